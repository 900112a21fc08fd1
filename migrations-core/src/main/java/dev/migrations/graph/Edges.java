package dev.migrations.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * The edges between revisions, each revision standing as its position in load order. Edges to what
 * does not exist are left out, and of edges named twice one is kept.
 */
final class Edges {

  /** Down revisions. */
  final int[][] parents;

  /** The reverse of {@link #parents}, in load order. */
  final int[][] children;

  /** Down revisions and dependencies: all that must be applied before. */
  final int[][] requires;

  /** The reverse of {@link #requires}, in load order. */
  final int[][] requiredBy;

  Edges(List<RevisionNode> nodes, Names names) {
    parents = new int[nodes.size()][];
    requires = new int[nodes.size()][];
    for (int i = 0; i < parents.length; i++) {
      RevisionNode node = nodes.get(i);
      parents[i] = positions(node.downRevisions().stream().map(names::id));
      requires[i] =
          node.dependsOn().isEmpty()
              ? parents[i]
              : positions(
                  Stream.concat(
                      node.downRevisions().stream().map(names::id),
                      node.dependsOn().stream().map(names::idOrLabel)));
    }
    children = reverse(parents);
    requiredBy = reverse(requires);
  }

  private static int[] positions(Stream<Integer> found) {
    return found.filter(Objects::nonNull).mapToInt(Integer::intValue).distinct().toArray();
  }

  private static int[][] reverse(int[][] edges) {
    int[] counts = new int[edges.length];
    for (int[] targets : edges) {
      for (int target : targets) {
        counts[target]++;
      }
    }
    int[][] reversed = new int[edges.length][];
    Arrays.setAll(reversed, i -> new int[counts[i]]);
    for (int i = edges.length - 1; i >= 0; i--) {
      for (int target : edges[i]) {
        reversed[target][--counts[target]] = i;
      }
    }
    return reversed;
  }

  int size() {
    return parents.length;
  }

  /** All revisions, each behind what it requires, ties broken by load order. */
  int[] order() {
    int[] waitsFor = new int[size()];
    PriorityQueue<Integer> free = new PriorityQueue<>();
    for (int i = 0; i < size(); i++) {
      waitsFor[i] = requires[i].length;
      if (waitsFor[i] == 0) {
        free.add(i);
      }
    }
    int[] order = new int[size()];
    int length = 0;
    for (Integer next = free.poll(); next != null; next = free.poll()) {
      order[length++] = next;
      for (int dependent : requiredBy[next]) {
        if (--waitsFor[dependent] == 0) {
          free.add(dependent);
        }
      }
    }
    return Arrays.copyOf(order, length);
  }
}
