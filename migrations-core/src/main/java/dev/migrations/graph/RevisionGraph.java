package dev.migrations.graph;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Revisions and the edges between them. Immutable; a graph that exists has no faults.
 *
 * @since 0.1.0
 */
public final class RevisionGraph {

  /**
   * The graph of the given revisions, whose order is the load order that breaks ties.
   *
   * @throws RuntimeException naming every fault of the graph at once
   */
  public static RevisionGraph of(List<RevisionNode> revisions) {
    throw new IllegalStateException("arrives with the graph");
  }

  /** All revisions in load order. */
  public List<RevisionNode> revisions() {
    throw new IllegalStateException();
  }

  /** Whether there is a revision with exactly this id. */
  public boolean contains(String id) {
    throw new IllegalStateException();
  }

  /** The revision with exactly this id. */
  public RevisionNode revision(String id) {
    throw new IllegalStateException();
  }

  /** Revisions without a child, in load order. */
  public List<String> heads() {
    throw new IllegalStateException();
  }

  /** The steps from the given version rows up to the target. */
  public Plan upgrade(Collection<String> currentRows, String target) {
    throw new IllegalStateException();
  }

  /** The steps from the given version rows down to the target. */
  public Plan downgrade(Collection<String> currentRows, String target) {
    throw new IllegalStateException();
  }

  /** The rows and all their ancestors, over parents and dependencies. */
  public Set<String> applied(Collection<String> currentRows) {
    throw new IllegalStateException();
  }
}
