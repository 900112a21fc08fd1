package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.sql.SQLException;
import java.util.List;

/**
 * The version rows were not what the plan said when a revision was to be committed: somebody else
 * moved them. Nothing of the unit was kept.
 *
 * @since 0.1.0
 */
public final class ConcurrentRunException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final String revision;

  private ConcurrentRunException(
      String what, String revision, List<String> expected, SQLException cause) {
    super(
        "%s was not committed: the version rows are no longer %s, so another session moved them in between."
            .formatted(what, expected),
        "Start again; the plan is made anew from the rows that are there. Look for a session that"
            + " writes to "
            + Tables.REVISION
            + " without the engine's lock.",
        cause);
    this.revision = revision;
  }

  static ConcurrentRunException revision(
      String revision, List<String> expected, SQLException cause) {
    return new ConcurrentRunException("Revision " + revision, revision, expected, cause);
  }

  static ConcurrentRunException stamp(String revision, List<String> expected, SQLException cause) {
    return new ConcurrentRunException("The stamp of " + revision, revision, expected, cause);
  }

  /** The id of the revision that was not committed. */
  public String revision() {
    return revision;
  }
}
