package dev.migrations.graph;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What belongs to a branch that is named by one of its revisions. */
final class Branches {

  private final List<RevisionNode> nodes;
  private final Edges edges;

  Branches(List<RevisionNode> nodes, Edges edges) {
    this.nodes = nodes;
    this.edges = edges;
  }

  /** The revision, all before it and all after it, without dependencies. */
  BitSet lineage(int named) {
    BitSet lineage = Reach.from(named, edges.parents);
    lineage.or(Reach.from(named, edges.children));
    return lineage;
  }

  /**
   * The revisions that carry the label: the one that gives it, all after it, and those before it
   * down to where the line leaves a branch point or a merge.
   */
  BitSet members(int named) {
    BitSet members = Reach.from(named, edges.children);
    int lowest = named;
    while (edges.parents[lowest].length == 1
        && edges.requiredBy[edges.parents[lowest][0]].length == 1) {
      lowest = edges.parents[lowest][0];
      members.set(lowest);
    }
    return members;
  }

  /** The labels of all branches that a revision is a member of. */
  Set<String> labels(int revision) {
    Set<String> labels = new LinkedHashSet<>();
    Reach.from(revision, edges.parents).stream()
        .forEach(i -> labels.addAll(nodes.get(i).branchLabels()));
    int highest = revision;
    while (edges.requiredBy[highest].length == 1 && isOnlyParent(highest)) {
      highest = edges.requiredBy[highest][0];
      labels.addAll(nodes.get(highest).branchLabels());
    }
    return labels;
  }

  private boolean isOnlyParent(int revision) {
    int[] parents = edges.parents[edges.requiredBy[revision][0]];
    return parents.length == 1 && parents[0] == revision;
  }
}
