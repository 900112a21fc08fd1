package dev.migrations.graph;

import dev.migrations.graph.Point.Keyword;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Turns a target into steps. */
final class Planner {

  private final List<RevisionNode> nodes;
  private final Edges edges;
  private final Names names;
  private final int[] order;

  Planner(List<RevisionNode> nodes, Edges edges, Names names) {
    this.nodes = nodes;
    this.edges = edges;
    this.names = names;
    this.order = edges.order();
  }

  /** Applies what the target requires and is not applied. */
  Plan upgrade(CurrentState state, Target target) {
    refuse(target, Direction.UPGRADE);
    TargetResolver resolver = resolver(state, target);
    BitSet missing = Reach.from(resolver.unambiguousPlace().points(), edges.requires);
    missing.andNot(state.applied);
    RowMoves moves = new RowMoves(nodes, edges, state);
    for (int revision : order) {
      if (missing.get(revision)) {
        moves.apply(revision);
      }
    }
    return moves.plan(Direction.UPGRADE);
  }

  /** Takes back what is applied on top of the target. */
  Plan downgrade(CurrentState state, Target target) {
    return downgrade(state, state, target);
  }

  /**
   * As {@link #downgrade(CurrentState, Target)}, of a database on which revisions are half done.
   *
   * @param finished the state as it would be if they were done
   */
  Plan downgrade(CurrentState state, CurrentState finished, Target target) {
    refuse(target, Direction.DOWNGRADE);
    BitSet surplus = surplus(finished, target);
    BitSet halfDone = (BitSet) surplus.clone();
    halfDone.andNot(state.applied);
    RowMoves moves = new RowMoves(nodes, edges, state);
    newestFirst(halfDone).forEach(moves::takeBackHalfDone);
    surplus.and(state.applied);
    newestFirst(surplus).forEach(moves::takeBack);
    return moves.plan(Direction.DOWNGRADE);
  }

  private IntStream newestFirst(BitSet revisions) {
    return IntStream.rangeClosed(1, order.length)
        .map(i -> order[order.length - i])
        .filter(revisions::get);
  }

  /** What an upgrade or a downgrade would do, whichever of them leads to the target. */
  Plan stamp(CurrentState state, Target target) {
    return leadsDown(state, target) ? downgrade(state, target) : upgrade(state, target);
  }

  private boolean leadsDown(CurrentState state, Target target) {
    if (target instanceof Target.Relative relative && relative.point() == Keyword.CURRENT) {
      return relative.distance() < 0;
    }
    Place place = resolver(state, target).place();
    if (place.isBase()) {
      return true;
    }
    if (target instanceof Target.Absolute && target.point() instanceof Keyword) {
      return false;
    }
    return place.points().stream().allMatch(state.applied::get);
  }

  /** All revisions, each behind what it requires. */
  int[] order() {
    return order.clone();
  }

  TargetResolver resolver(CurrentState state, Target target) {
    return new TargetResolver(nodes, edges, names, state, target);
  }

  private static void refuse(Target target, Direction direction) {
    if (target instanceof Target.Relative relative
        && relative.point() == Keyword.CURRENT
        && relative.distance() > 0 != (direction == Direction.UPGRADE)) {
      throw new WrongDirectionException(target.toString(), direction);
    }
  }

  private BitSet surplus(CurrentState state, Target target) {
    TargetResolver resolver = resolver(state, target);
    if (target instanceof Target.Absolute && target.point() == Keyword.CURRENT) {
      return new BitSet();
    }
    Place place = resolver.place();
    BitSet surplus = Reach.from(roots(resolver, target, place), edges.requiredBy);
    surplus.and(state.applied);
    if (surplus.isEmpty() && !place.isBase() && !state.rows.intersects(place.points())) {
      int named = place.isBelowMerge() ? place.last() : place.points().nextSetBit(0);
      throw new NotADowngradeTargetException(
          target.toString(),
          nodes.get(named),
          state.applied.get(named),
          state.rows.stream().mapToObj(nodes::get).toList());
    }
    return surplus;
  }

  /**
   * The lowest revisions to take back. A walk from current takes back what it walked over, and no
   * other children of the place where it ends.
   */
  private BitSet roots(TargetResolver resolver, Target target, Place place) {
    if (place.isBelowMerge() || target.point() == Keyword.CURRENT) {
      return Reach.of(place.last());
    }
    if (place.isBase()) {
      return resolver.hasBranch() ? resolver.branchMembers() : bases();
    }
    BitSet children = new BitSet();
    for (int child : edges.children[resolver.only(place)]) {
      children.set(child);
    }
    return resolver.inLineage(children);
  }

  private BitSet bases() {
    BitSet bases = new BitSet();
    for (int i = 0; i < edges.size(); i++) {
      if (edges.parents[i].length == 0) {
        bases.set(i);
      }
    }
    return bases;
  }
}
