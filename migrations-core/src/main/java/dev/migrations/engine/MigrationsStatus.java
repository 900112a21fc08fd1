package dev.migrations.engine;

import dev.migrations.graph.RevisionGraph;
import dev.migrations.script.RevisionScripts;
import java.util.List;

/**
 * Where a database stands, against the revisions of the application.
 *
 * @param current the version rows, sorted
 * @param heads the heads of the application's graph, in load order
 * @param pending the revisions that an upgrade to {@code heads} would apply, in the order in which
 *     they would run; empty when {@code unknown} is not
 * @param unknown the version rows that the application has no revision for, sorted
 * @param underWay revisions that are half done, usually none
 * @since 0.1.0
 */
public record MigrationsStatus(
    List<String> current,
    List<String> heads,
    List<String> pending,
    List<String> unknown,
    List<RevisionUnderWay> underWay) {

  public MigrationsStatus {
    current = List.copyOf(current);
    heads = List.copyOf(heads);
    pending = List.copyOf(pending);
    unknown = List.copyOf(unknown);
    underWay = List.copyOf(underWay);
  }

  /** The graph in which this database plans, of the graphs that these revisions have. */
  public RevisionGraph graph(RevisionScripts scripts) {
    return scripts
        .graph()
        .forDatabase(current, underWay.stream().map(RevisionUnderWay::revision).toList());
  }

  /** The one of its sides that matters most. */
  public DatabaseStanding standing() {
    if (!unknown.isEmpty()) {
      return DatabaseStanding.AHEAD;
    }
    if (!underWay.isEmpty()) {
      return DatabaseStanding.HALF_DONE;
    }
    return pending.isEmpty() ? DatabaseStanding.AT_HEAD : DatabaseStanding.BEHIND;
  }

  /** {@link #standing} in words, with the revisions that it is about. */
  public String description() {
    return StatusText.of(this);
  }

  /** Whether every revision of the application is applied, and the database knows no other. */
  public boolean isAtHead() {
    return standing() == DatabaseStanding.AT_HEAD;
  }
}
