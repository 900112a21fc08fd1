package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import dev.migrations.graph.RevisionNode;

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
        (stopped.direction() == Direction.UPGRADE
                    ? "Finish it first, by an upgrade whose target includes it, or take back what is done of it, by 'downgrade %s@-1';"
                    : "Finish it first, by 'downgrade %s@-1';")
                .formatted(stopped.revision())
            + " with a version of the application that has the revision.");
  }

  static RevisionUnderWayException notReversible(RevisionNode revision, String reason) {
    return new RevisionUnderWayException(
        revision.id(),
        "Revision %s in %s stopped half way in an earlier run, and what is done of it cannot be taken back: %s."
            .formatted(revision.id(), revision.origin(), reason),
        "Finish it by an upgrade: put the units that are done as they were, from version control, and correct what comes behind them.");
  }

  static RevisionUnderWayException edited(Step step, int unit) {
    return new RevisionUnderWayException(
        step.revision(),
        "Revision %s (%s) in %s stopped half way in an earlier run, and its unit %d, which is committed, was edited since."
            .formatted(
                step.revision(), step.script().message(), step.script().node().origin(), unit),
        "Put the units that are done back as they were, from version control, and change only what"
            + " comes behind them; or take them back, by 'downgrade %s@-1', and start again."
                .formatted(step.revision()));
  }

  static RevisionUnderWayException editedWalk(Step step, int unit, String position) {
    return new RevisionUnderWayException(
        step.revision(),
        "Revision %s (%s) in %s stopped in an earlier run in its unit %d, whose batches are committed up to %s, and its table or key was edited since."
            .formatted(
                step.revision(),
                step.script().message(),
                step.script().node().origin(),
                unit,
                position),
        "Put the table, the key and the units before it back as they were, from version control; what is set and where may be corrected. Or take the units back, by 'downgrade %s@-1', and start again."
            .formatted(step.revision()));
  }

  /** The id of the revision that is half done. */
  public String revision() {
    return revision;
  }
}
