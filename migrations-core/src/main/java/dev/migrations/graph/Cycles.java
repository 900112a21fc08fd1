package dev.migrations.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what is tied together in cycles: the strongly connected components (Tarjan, with a stack of
 * its own), and one way round in each.
 */
final class Cycles {

  private final int[][] edges;
  private final int[] index;
  private final int[] low;
  private final BitSet onStack = new BitSet();
  private final ArrayDeque<Integer> stack = new ArrayDeque<>();
  private final List<BitSet> components = new ArrayList<>();
  private int visited;

  private Cycles(int[][] edges) {
    this.edges = edges;
    this.index = new int[edges.length];
    this.low = new int[edges.length];
  }

  /** The components of two or more, ordered by their first member. */
  static List<BitSet> of(int[][] edges) {
    Cycles cycles = new Cycles(edges);
    for (int i = 0; i < edges.length; i++) {
      if (cycles.index[i] == 0) {
        cycles.visit(i);
      }
    }
    cycles.components.sort(Comparator.comparingInt(component -> component.nextSetBit(0)));
    return cycles.components;
  }

  private void visit(int root) {
    ArrayDeque<int[]> path = new ArrayDeque<>();
    path.push(enter(root));
    while (!path.isEmpty()) {
      int[] frame = path.element();
      int node = frame[0];
      if (frame[1] < edges[node].length) {
        int next = edges[node][frame[1]++];
        if (index[next] == 0) {
          path.push(enter(next));
        } else if (onStack.get(next)) {
          low[node] = Math.min(low[node], index[next]);
        }
      } else {
        path.pop();
        if (!path.isEmpty()) {
          int before = path.element()[0];
          low[before] = Math.min(low[before], low[node]);
        }
        leave(node);
      }
    }
  }

  /** A node and how many of its edges have been followed. */
  private int[] enter(int node) {
    index[node] = ++visited;
    low[node] = visited;
    stack.push(node);
    onStack.set(node);
    return new int[] {node, 0};
  }

  private void leave(int node) {
    if (low[node] != index[node]) {
      return;
    }
    BitSet component = new BitSet();
    int member;
    do {
      member = stack.pop();
      onStack.clear(member);
      component.set(member);
    } while (member != node);
    if (component.cardinality() > 1) {
      components.add(component);
    }
  }

  /** The shortest way from the first member of a component back to itself. */
  static List<Integer> wayRound(BitSet component, int[][] edges) {
    int start = component.nextSetBit(0);
    int[] cameFrom = new int[edges.length];
    Arrays.fill(cameFrom, -1);
    ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
    while (true) {
      int node = open.remove();
      for (int next : edges[node]) {
        if (next == start && node != start) {
          return path(start, node, cameFrom);
        }
        if (component.get(next) && cameFrom[next] < 0 && next != start) {
          cameFrom[next] = node;
          open.add(next);
        }
      }
    }
  }

  private static List<Integer> path(int start, int end, int[] cameFrom) {
    List<Integer> path = new ArrayList<>();
    for (int node = end; node != start; node = cameFrom[node]) {
      path.add(node);
    }
    path.add(start);
    Collections.reverse(path);
    return path;
  }
}
