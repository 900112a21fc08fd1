package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a script finds the database, which nobody asks while it is written. */
final class OfflineStart {

  private OfflineStart() {}

  /**
   * The version rows that a script starts from.
   *
   * @param from the lower end of its range, or {@code null} for an empty database
   * @param range the range as it was typed
   */
  static List<String> rows(RevisionGraph graph, @Nullable Target from, String range) {
    if (from == null) {
      return List.of();
    }
    if (from.needsCurrent()) {
      throw new MigrationsException(
          "The range '%s' begins at current, and a script is written without asking a database what is current."
              .formatted(range),
          "Name the revision at which the database stands.");
    }
    return graph.rowsAt(from);
  }
}
