package dev.migrations.graph;

/**
 * A target {@code branch@revision} whose revision does not belong to the branch: it is neither
 * before nor after the revision that the branch is named by.
 *
 * @since 0.1.0
 */
public final class NotInBranchException extends TargetException {

  private static final long serialVersionUID = 1L;

  private final RevisionNode revision;
  private final String branch;

  NotInBranchException(String target, RevisionNode revision, String branch) {
    super(
        target,
        "Revision " + Listing.line(revision) + " is not in the branch '" + branch + "'.",
        "Leave out '" + branch + "@', or name a revision of that branch.");
    this.revision = revision;
    this.branch = branch;
  }

  /** The revision outside the branch. */
  public RevisionNode revision() {
    return revision;
  }

  /** The branch as it was typed. */
  public String branch() {
    return branch;
  }
}
