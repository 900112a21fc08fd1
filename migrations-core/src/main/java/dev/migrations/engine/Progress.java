package dev.migrations.engine;

import dev.migrations.graph.Direction;
import dev.migrations.operation.Command;
import dev.migrations.operation.Unit;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a unit that takes long is getting on.
 *
 * @param revision the revision that is run
 * @param direction which way
 * @param number which of the run's revisions it is, from 1
 * @param revisions how many revisions the run has
 * @param unit which of the revision's units is running, from 1
 * @param units how many units the revision has
 * @param command the statement of the unit, or what its code does, when it has only one; else
 *     {@code null}
 * @param elapsed how long the unit has been running, with what it waited and was tried again
 * @param server what the server says about it; {@code null} when it could not be asked, for which a
 *     second connection is needed
 * @param batches how far it is when it changes rows in batches, else {@code null}
 * @since 0.1.0
 */
public record Progress(
    String revision,
    Direction direction,
    int number,
    int revisions,
    int unit,
    int units,
    @Nullable String command,
    Duration elapsed,
    @Nullable ServerActivity server,
    @Nullable BatchProgress batches) {

  /** A unit that is about to run; {@code index} counts from 0. */
  static Progress of(Step step, int number, int revisions, int index, List<Unit> units) {
    return new Progress(
        step.revision(),
        step.direction(),
        number,
        revisions,
        index + 1,
        units.size(),
        index < units.size() ? onlyCommand(units.get(index)) : null,
        Duration.ZERO,
        null,
        null);
  }

  private static @Nullable String onlyCommand(Unit unit) {
    List<Command> commands = unit.commands();
    if (commands.size() != 1) {
      return null;
    }
    return commands.get(0) instanceof Command.Code code
        ? code.description()
        : ((Command.Sql) commands.get(0)).sql();
  }

  Progress after(
      Duration time, @Nullable ServerActivity activity, @Nullable BatchProgress inBatches) {
    return new Progress(
        revision, direction, number, revisions, unit, units, command, time, activity, inBatches);
  }

  /** What is being executed, as far as it is known. */
  public @Nullable String statement() {
    if (batches != null) {
      return command;
    }
    return server != null && server.statement() != null ? server.statement() : command;
  }

  /**
   * All of it on one line: {@code Upgrade of revision 9e8d7c6b5a40 (3 of 7), unit 2 of 3, 40 s:
   * CREATE INDEX CONCURRENTLY …; building index: scanning table, 63 % (1,230 of 1,950 blocks)}.
   */
  public String text() {
    return "%s of revision %s (%d of %d), unit %d of %d, %s%s"
        .formatted(
            direction == Direction.UPGRADE ? "Upgrade" : "Downgrade",
            revision,
            number,
            revisions,
            unit,
            units,
            Durations.seconds(elapsed),
            details());
  }

  /** As {@link #text}, but short enough for a terminal in most cases. */
  public String shortText() {
    String said = said();
    String rest = said.isEmpty() ? statement() : said;
    return "Revision %d of %d, unit %d of %d, %s%s"
        .formatted(
            number,
            revisions,
            unit,
            units,
            Durations.seconds(elapsed),
            rest == null ? "" : ": " + ShortLine.of(rest));
  }

  private String said() {
    String ofServer = server == null ? "" : server.text();
    if (batches == null) {
      return ofServer;
    }
    return batches.text() + (ofServer.isEmpty() ? "" : "; " + ofServer);
  }

  private String details() {
    String statement = statement();
    String said = said();
    String separator = statement == null || said.isEmpty() ? "" : "; ";
    String details =
        (statement == null ? "" : ShortLine.of(statement)) + separator + ShortLine.of(said);
    return details.isEmpty() ? "" : ": " + details;
  }
}
