package dev.migrations.graph;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows a relative target revision by revision over parents or children. In front of the first
 * revision stands base, which is {@link Place#NONE} here.
 */
final class Walk {

  private final List<RevisionNode> nodes;
  private final Edges edges;
  private final Target.Relative target;
  private final @Nullable BitSet lineage;

  Walk(List<RevisionNode> nodes, Edges edges, Target.Relative target, @Nullable BitSet lineage) {
    this.nodes = nodes;
    this.edges = edges;
    this.target = target;
    this.lineage = lineage;
  }

  Place from(int start) {
    return target.distance() > 0 ? up(start) : down(start);
  }

  private Place up(int start) {
    int at = start;
    for (int done = 0; done < target.distance(); done++) {
      int[] next = inLineage(at == Place.NONE ? bases() : edges.children[at]);
      if (next.length == 0) {
        throw overshoot(start, done);
      }
      at = one(at, next);
    }
    return Place.at(Reach.of(at));
  }

  /** The last step may leave a merge, to all of its parents; a step before it may not. */
  private Place down(int start) {
    int steps = Math.abs(target.distance());
    int at = start;
    for (int done = 0; at != Place.NONE; done++) {
      int[] next = inLineage(edges.parents[at]);
      if (done == steps - 1) {
        return new Place(Reach.of(next), at);
      }
      if (next.length == 0) {
        throw overshoot(start, done + 1);
      }
      at = one(at, next);
    }
    throw overshoot(start, 0);
  }

  private int one(int at, int[] next) {
    if (next.length > 1) {
      throw new AmbiguousWalkException(
          target.toString(),
          name(at),
          target.distance() > 0,
          IntStream.of(next).sorted().mapToObj(nodes::get).toList());
    }
    return next[0];
  }

  private OvershootException overshoot(int start, int available) {
    return new OvershootException(target.toString(), name(start), target.distance(), available);
  }

  private int[] bases() {
    return IntStream.range(0, edges.size()).filter(i -> edges.parents[i].length == 0).toArray();
  }

  private int[] inLineage(int[] revisions) {
    return lineage == null ? revisions : IntStream.of(revisions).filter(lineage::get).toArray();
  }

  private String name(int at) {
    return at == Place.NONE ? Point.Keyword.BASE.toString() : nodes.get(at).id();
  }
}
