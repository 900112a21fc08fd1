package dev.migrations.chaos;

import dev.migrations.fixture.WireStep;
import dev.migrations.fixture.WireStep.Kind;
import dev.migrations.graph.Direction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The run of one revision in a history of them, as it is when nothing disturbs it.
 *
 * @param place its place in the history, from 0
 * @param target leads to this revision alone, and to nothing once it is done
 * @param steps what the run says to the server
 * @param after the database behind it
 */
record Stage(
    int place,
    Direction direction,
    String revision,
    String target,
    List<WireStep> steps,
    Snapshot after) {

  /** That a unit is done. */
  private static final Pattern NOTE =
      Pattern.compile(
          "\\s*(INSERT INTO \\S*migrations_journal \\([^)]*duration_ms\\)|UPDATE \\S*migrations_journal SET duration_ms).*",
          Pattern.DOTALL);

  /** The number of the unit that the step belongs to, as the journal has it, from 1. */
  long unit(WireStep step) {
    long lastSync =
        steps.stream()
            .limit(step.number() - 1)
            .filter(done -> done.kind() == Kind.SYNC)
            .reduce(0, (last, sync) -> sync.number(), Math::max);
    return 1
        + steps.stream()
            .limit(lastSync)
            .filter(done -> done.kind() == Kind.EXECUTE && NOTE.matcher(done.sql()).matches())
            .count();
  }

  /** Those of its steps that commit something. */
  Set<WireStep> commits() {
    Set<WireStep> commits = new HashSet<>();
    boolean inBlock = false;
    boolean wrote = false;
    for (WireStep step : steps) {
      // pgjdbc keeps the line break behind the semicolon where it cuts.
      String sql = step.sql().strip();
      switch (step.kind()) {
        case QUERY -> inBlock |= sql.equals("BEGIN");
        case EXECUTE -> {
          boolean commit = sql.equals("COMMIT");
          if (commit) {
            commits.add(step);
          }
          inBlock &= !commit && !sql.equals("ROLLBACK");
          wrote |= !inBlock && !commit && !sql.startsWith("SELECT");
        }
        case SYNC -> {
          if (wrote && !inBlock) {
            commits.add(step);
          }
          wrote = false;
        }
        default -> {}
      }
    }
    return commits;
  }
}
