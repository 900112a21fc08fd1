package dev.migrations.command;

import dev.migrations.engine.SqlRevisions;
import java.nio.file.Path;

/**
 * A trunk {@code a}, {@code b} that branches into {@code c1 d1} (label {@code x}) and {@code c2 d2}
 * (label {@code y}).
 */
final class BranchedRevisions {

  private BranchedRevisions() {}

  static SqlRevisions in(Path directory) {
    SqlRevisions revisions = new SqlRevisions(directory);
    write(revisions, "a", "");
    write(revisions, "b", "-- down-revision: a\n");
    write(revisions, "c1", "-- down-revision: b\n-- branch-labels: x\n");
    write(revisions, "c2", "-- down-revision: b\n-- branch-labels: y\n");
    write(revisions, "d1", "-- down-revision: c1\n");
    write(revisions, "d2", "-- down-revision: c2\n");
    return revisions;
  }

  /** Joins both branches by a revision {@code m}. */
  static SqlRevisions merged(Path directory) {
    SqlRevisions revisions = in(directory);
    revisions.write(
        "m",
        "-- revision: m\n-- down-revision: d1, d2\n-- message: Merge\n-- upgrade\n-- downgrade\n");
    return revisions;
  }

  static void write(SqlRevisions revisions, String id, String header) {
    revisions.write(
        id,
        """
        -- revision: %1$s
        %2$s-- message: Table %1$s
        -- upgrade
        CREATE TABLE %1$s (id bigint);
        -- downgrade
        DROP TABLE %1$s;
        """
            .formatted(id, header));
  }
}
