package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The version rows were not what the plan said when a revision was to be committed, or after a
 * connection had broken: somebody else moved them. Nothing of the unit was kept.
 *
 * @since 0.1.0
 */
public final class ConcurrentRunException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final String revision;

  private ConcurrentRunException(
      String revision, String description, String action, @Nullable SQLException cause) {
    super(description, action, cause);
    this.revision = revision;
  }

  private static ConcurrentRunException notCommitted(
      String what, String revision, List<String> expected, SQLException cause) {
    return new ConcurrentRunException(
        revision,
        "%s was not committed: the version rows are no longer %s, so another session moved them in between."
            .formatted(what, expected),
        "Start again; the plan is made anew from the rows that are there. Look for a session that"
            + " writes to "
            + Tables.REVISION
            + " without the engine's lock.",
        cause);
  }

  static ConcurrentRunException revision(
      String revision, List<String> expected, SQLException cause) {
    return notCommitted("Revision " + revision, revision, expected, cause);
  }

  static ConcurrentRunException stamp(String revision, List<String> expected, SQLException cause) {
    return notCommitted("The stamp of " + revision, revision, expected, cause);
  }

  /**
   * @param revision what would have been next
   * @param rows where the database stands now
   */
  static ConcurrentRunException whileDisconnected(
      String revision, List<String> rows, String target) {
    return new ConcurrentRunException(
        revision,
        "The connection broke, and another session has moved the version rows to %s meanwhile. Revision %s was not run, since %s, counted from there, is another place than it was at first."
            .formatted(rows, revision, target),
        "See where the database stands, and start again with a target that names a revision.",
        null);
  }

  /** The id of the revision that was not committed, or not run. */
  public String revision() {
    return revision;
  }
}
