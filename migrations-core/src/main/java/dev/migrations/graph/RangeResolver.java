package dev.migrations.graph;

import dev.migrations.graph.Point.Keyword;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Looks both ends of a range up, and finds what lies between them. */
final class RangeResolver {

  private final Edges edges;
  private final Planner planner;
  private final CurrentState state;

  RangeResolver(Edges edges, Planner planner, CurrentState state) {
    this.edges = edges;
    this.planner = planner;
    this.state = state;
  }

  BitSet revisions(TargetRange range) {
    BitSet upper = points(range.to(), Keyword.HEADS);
    BitSet lower = points(range.from(), Keyword.BASE);
    BitSet inside = Reach.from(upper, edges.requires);
    if (!lower.isEmpty()) {
      inside.and(Reach.from(lower, edges.requiredBy));
      if (inside.isEmpty()) {
        throw new EmptyRangeException(range.toString());
      }
    }
    return inside;
  }

  /** Who asks for the last ten revisions is content with fewer. */
  private BitSet points(@Nullable Target target, Keyword end) {
    if (target == null) {
      return points(new Target.Absolute(null, end));
    }
    try {
      return points(target);
    } catch (OvershootException tooFar) {
      Keyword last = tooFar.distance() > 0 ? Keyword.HEADS : Keyword.BASE;
      return points(new Target.Absolute(target.branch(), last));
    }
  }

  private BitSet points(Target target) {
    return planner.resolver(state, target).place().points();
  }
}
