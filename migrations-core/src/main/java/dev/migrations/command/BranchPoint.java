package dev.migrations.command;

import java.util.List;

/**
 * A revision with several children.
 *
 * @param revision the revision
 * @param children its children, in load order
 * @since 0.1.0
 */
public record BranchPoint(RevisionEntry revision, List<RevisionEntry> children) {

  public BranchPoint {
    children = List.copyOf(children);
  }
}
