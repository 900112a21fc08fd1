package dev.migrations.graph;

import java.util.List;

/**
 * A revision that no downgrade from the current revisions leads to: it is not applied, or nothing
 * that is applied comes after it.
 *
 * @since 0.1.0
 */
public final class NotADowngradeTargetException extends TargetException {

  private static final long serialVersionUID = 1L;

  private final RevisionNode revision;
  private final List<RevisionNode> current;

  NotADowngradeTargetException(
      String target, RevisionNode revision, boolean applied, List<RevisionNode> current) {
    super(
        target,
        "No downgrade from "
            + (current.isEmpty() ? "base" : "current (" + Listing.ids(current) + ")")
            + " leads to revision "
            + Listing.line(revision)
            + ": "
            + (applied
                ? "it is applied, and no child of it is there to be taken back."
                : "it is not applied."),
        applied
            ? "Name a revision with an applied child (in the branch, where one is named), or base."
            : "Name a revision that is applied, or upgrade to this one.");
    this.revision = revision;
    this.current = List.copyOf(current);
  }

  /** The revision that was named. */
  public RevisionNode revision() {
    return revision;
  }

  /** The current revisions, in load order. */
  public List<RevisionNode> current() {
    return current;
  }
}
