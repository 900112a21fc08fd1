package dev.migrations.graph;

import dev.migrations.graph.Point.Keyword;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks one target up in a graph, as seen from the current revisions. */
final class TargetResolver {

  private final List<RevisionNode> nodes;
  private final Edges edges;
  private final Branches branches;
  private final CurrentState state;
  private final Target target;
  private final NameResolver names;

  /** The revision that the branch of the target is named by; {@link Place#NONE} without one. */
  private final int branch;

  private final @Nullable BitSet lineage;

  TargetResolver(
      List<RevisionNode> nodes, Edges edges, Names names, CurrentState state, Target target) {
    this.nodes = nodes;
    this.edges = edges;
    this.branches = new Branches(nodes, edges);
    this.state = state;
    this.target = target;
    this.names = new NameResolver(nodes, names, target.toString());
    String named = target.branch();
    this.branch = named == null ? Place.NONE : this.names.find(named);
    this.lineage = named == null ? null : branches.lineage(branch);
  }

  Place place() {
    if (target instanceof Target.Relative relative) {
      int start = relative.distance() > 0 ? startUp(relative) : startDown(relative);
      return new Walk(nodes, edges, relative, lineage).from(start);
    }
    return Place.at(points(target.point()));
  }

  /** As {@link #place()}, but refuses to end on all parents of a merge. */
  Place unambiguousPlace() {
    Place place = place();
    if (place.isBelowMerge()) {
      String merge = nodes.get(place.last()).id();
      throw new AmbiguousWalkException(target.toString(), merge, false, nodes(place.points()));
    }
    return place;
  }

  /** The revisions of the target's branch, which a downgrade to its base takes back. */
  BitSet branchMembers() {
    return branches.members(branch);
  }

  boolean hasBranch() {
    return lineage != null;
  }

  /** What of the given is in the lineage of the target's branch; all without a branch. */
  BitSet inLineage(BitSet revisions) {
    BitSet inside = (BitSet) revisions.clone();
    if (lineage != null) {
      inside.and(lineage);
    }
    return inside;
  }

  private BitSet points(Point point) {
    if (point instanceof Point.Name name) {
      return Reach.of(
          lineage == null
              ? names.find(name.text())
              : names.find(name.text(), Objects.requireNonNull(target.branch()), lineage));
    }
    return switch ((Keyword) point) {
      case BASE -> new BitSet();
      case CURRENT -> inLineage(state.rows);
      case HEADS -> heads();
      case HEAD -> oneAtMost(heads());
    };
  }

  private BitSet heads() {
    BitSet heads = new BitSet();
    for (int i = 0; i < edges.size(); i++) {
      if (edges.children[i].length == 0) {
        heads.set(i);
      }
    }
    return inLineage(heads);
  }

  /** The one revision of a place that is not base. */
  int only(Place place) {
    return oneAtMost(place.points()).nextSetBit(0);
  }

  private BitSet oneAtMost(BitSet heads) {
    if (heads.cardinality() > 1) {
      throw new MultipleHeadsException(target.toString(), target.branch(), nodes(heads));
    }
    return heads;
  }

  /** A branch that is not current starts where what is applied of its lineage ends. */
  private int startUp(Target.Relative relative) {
    if (relative.point() != Keyword.CURRENT) {
      return oneStart(relative);
    }
    BitSet rows = inLineage(state.rows);
    return oneCurrent(relative, rows.isEmpty() ? tips(inLineage(state.applied)) : rows);
  }

  /** As going up, but never from a trunk that the branch shares with others. */
  private int startDown(Target.Relative relative) {
    if (relative.point() != Keyword.CURRENT) {
      return oneStart(relative);
    }
    BitSet rows = inLineage(state.rows);
    if (rows.isEmpty() && lineage != null) {
      BitSet members = branchMembers();
      members.and(state.applied);
      rows = tips(members);
    }
    return oneCurrent(relative, rows);
  }

  private int oneStart(Target.Relative relative) {
    return oneAtMost(points(relative.point())).nextSetBit(0);
  }

  private int oneCurrent(Target.Relative relative, BitSet rows) {
    if (rows.cardinality() > 1) {
      List<String> labels =
          rows.stream().boxed().flatMap(row -> branches.labels(row).stream()).distinct().toList();
      throw new SeveralCurrentRevisionsException(
          target.toString(), relative.steps(), nodes(rows), labels);
    }
    return rows.nextSetBit(0);
  }

  /** Those of which no child is among the given. */
  private BitSet tips(BitSet revisions) {
    BitSet tips = (BitSet) revisions.clone();
    revisions.stream()
        .forEach(
            revision -> {
              for (int parent : edges.parents[revision]) {
                tips.clear(parent);
              }
            });
    return tips;
  }

  private List<RevisionNode> nodes(BitSet positions) {
    return positions.stream().mapToObj(nodes::get).toList();
  }
}
