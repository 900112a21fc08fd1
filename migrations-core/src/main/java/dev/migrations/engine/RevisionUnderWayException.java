package dev.migrations.engine;

import dev.migrations.error.MigrationsException;

/**
 * A revision stopped half way in an earlier run, and what was asked for now would leave it there.
 *
 * @since 0.1.0
 */
public final class RevisionUnderWayException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final String revision;

  RevisionUnderWayException(String revision, String description, String action) {
    super(description, action);
    this.revision = revision;
  }

  static RevisionUnderWayException notInPlan(RevisionUnderWay stopped) {
    String direction = Codes.of(stopped.direction());
    return new RevisionUnderWayException(
        stopped.revision(),
        "The %s of revision %s stopped half way at %s: %d of its units are done."
            .formatted(direction, stopped.revision(), stopped.since(), stopped.unitsDone()),
        "Finish it first: run an %s whose target includes it.".formatted(direction));
  }

  static RevisionUnderWayException edited(RevisionUnderWay stopped, int unit) {
    return new RevisionUnderWayException(
        stopped.revision(),
        "Revision %s stopped half way in an earlier run, and its unit %d, which is committed, was edited since."
            .formatted(stopped.revision(), unit),
        "Put the units that are done back as they were, and change only what comes behind them.");
  }

  /** The id of the revision that is half done. */
  public String revision() {
    return revision;
  }
}
