package dev.migrations.command;

import dev.migrations.graph.Direction;
import dev.migrations.operation.Command;
import dev.migrations.operation.Operation;
import dev.migrations.operation.UnitWriter;
import dev.migrations.script.NoDowngradeException;
import dev.migrations.script.RevisionScript;
import dev.migrations.sql.SessionSetting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes what a range of revisions does as one SQL file. All of it counts as one revision, so an
 * operation on a table that the range created is the plain statement.
 */
final class SquashedText {

  private final List<RevisionScript> range;

  /**
   * @param range in the order in which an upgrade applies it
   */
  SquashedText(List<RevisionScript> range) {
    this.range = List.copyOf(range);
  }

  String text(String header) {
    range.forEach(SquashedText::refusePlaceholders);
    return header
        + "\n\n-- upgrade\n"
        + section(range, Direction.UPGRADE)
        + "\n"
        + downgrade().strip()
        + "\n";
  }

  private String downgrade() {
    List<RevisionScript> backwards = new ArrayList<>(range);
    Collections.reverse(backwards);
    try {
      return "-- downgrade\n" + section(backwards, Direction.DOWNGRADE);
    } catch (NoDowngradeException ex) {
      return "-- irreversible: revision %s: %s"
          .formatted(ex.revision(), ex.reason().replaceAll("\\R", " "));
    }
  }

  /** The statements of each revision are those that it adds to the ones before it. */
  private static String section(List<RevisionScript> scripts, Direction direction) {
    StringBuilder text = new StringBuilder();
    List<Operation> operations = new ArrayList<>();
    int written = 0;
    for (RevisionScript script : scripts) {
      operations.addAll(script.operations(direction));
      List<Command> all =
          UnitWriter.unitsForOldestServer(operations).stream()
              .flatMap(unit -> unit.commands().stream())
              .toList();
      text.append("\n-- ").append(script.node().id()).append(": ").append(script.message());
      text.append('\n');
      List<Command> own = all.subList(written, all.size());
      if (script != scripts.get(scripts.size() - 1)) {
        own.forEach(command -> refuseSetting(command, script));
      }
      for (Command command : own) {
        text.append(statement(command, script)).append('\n');
      }
      written = all.size();
    }
    return text.toString();
  }

  /** The file would hold the values of whoever wrote it. */
  private static void refusePlaceholders(RevisionScript script) {
    if (!script.placeholders().isEmpty()) {
      throw new AuthoringException(
          "Revision %s (%s) in %s has placeholders, whose values differ from database to database: %s"
              .formatted(
                  script.node().id(),
                  script.message(),
                  script.node().origin(),
                  String.join(", ", script.placeholders())),
          "End the range before it or begin behind it, or write the revision that replaces the range"
              + " by hand, with 'replaces' and 'placeholders' in its header.");
    }
  }

  /** The runner puts settings back behind each revision; inside of one they would run on. */
  private static void refuseSetting(Command command, RevisionScript script) {
    if (command instanceof Command.Sql sql && SessionSetting.affectsOthers(sql.sql())) {
      throw new AuthoringException(
          "Revision %s (%s) in %s changes the session, which would go on into the revisions behind it: %s"
              .formatted(script.node().id(), script.message(), script.node().origin(), sql.sql()),
          "End the range before it or begin behind it, or write the revision that replaces the range"
              + " by hand, with names that need no setting.");
    }
  }

  private static String statement(Command command, RevisionScript script) {
    if (command instanceof Command.Sql sql) {
      return sql.script();
    }
    throw new AuthoringException(
        "Revision %s (%s) in %s runs code, which an SQL file cannot hold: %s"
            .formatted(
                script.node().id(),
                script.message(),
                script.node().origin(),
                ((Command.Code) command).description()),
        "End the range before it or begin behind it, or write the revision that replaces the range"
            + " by hand, with 'replaces' in its header.");
  }
}
