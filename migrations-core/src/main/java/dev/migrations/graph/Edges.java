package dev.migrations.graph;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

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
      // Without streams: this is done for every revision when an application starts.
      int[] found = new int[node.downRevisions().size() + node.dependsOn().size()];
      int count = 0;
      for (String parent : node.downRevisions()) {
        count = add(names.id(parent), found, count);
      }
      parents[i] = Arrays.copyOf(found, count);
      for (String dependency : node.dependsOn()) {
        count = add(names.idOrLabel(dependency), found, count);
      }
      requires[i] = node.dependsOn().isEmpty() ? parents[i] : Arrays.copyOf(found, count);
    }
    children = reverse(parents);
    requiredBy = reverse(requires);
  }

  /** How many there are with one more, unless it does not exist or is there already. */
  private static int add(@Nullable Integer position, int[] found, int count) {
    if (position == null || contains(found, count, position)) {
      return count;
    }
    found[count] = position;
    return count + 1;
  }

  private static boolean contains(int[] found, int count, int position) {
    for (int i = 0; i < count; i++) {
      if (found[i] == position) {
        return true;
      }
    }
    return false;
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
