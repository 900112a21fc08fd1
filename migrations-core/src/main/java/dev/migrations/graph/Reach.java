package dev.migrations.graph;

import java.util.BitSet;

/** Everything that edges lead to, without recursion: graphs are thousands of revisions deep. */
final class Reach {

  private Reach() {}

  /** The starting points and all that the edges lead to from there. */
  static BitSet from(BitSet starts, int[][] edges) {
    BitSet reached = (BitSet) starts.clone();
    int[] open = new int[edges.length];
    int length = 0;
    for (int i = starts.nextSetBit(0); i >= 0; i = starts.nextSetBit(i + 1)) {
      open[length++] = i;
    }
    while (length > 0) {
      for (int next : edges[open[--length]]) {
        if (!reached.get(next)) {
          reached.set(next);
          open[length++] = next;
        }
      }
    }
    return reached;
  }

  static BitSet from(int start, int[][] edges) {
    return from(of(start), edges);
  }

  static BitSet of(int... positions) {
    BitSet set = new BitSet();
    for (int position : positions) {
      set.set(position);
    }
    return set;
  }
}
