package dev.migrations.graph;

import dev.migrations.error.MigrationsException;
import java.util.List;

/**
 * Version rows of the database that the graph does not have: the application is older than the
 * database, or a revision was removed.
 *
 * @since 0.1.0
 */
public final class UnknownCurrentRevisionException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final List<String> revisions;

  UnknownCurrentRevisionException(List<String> revisions) {
    super(
        "The database is at "
            + (revisions.size() == 1 ? "revision " : "revisions ")
            + String.join(", ", revisions)
            + ", which this application does not have.",
        "Run the version of the application that has "
            + (revisions.size() == 1 ? "it" : "them")
            + ", or bring the missing file or class back.");
    this.revisions = List.copyOf(revisions);
  }

  /** The ids that are unknown, sorted. */
  public List<String> revisions() {
    return revisions;
  }
}
