package dev.migrations.spring.boot.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws a graph with one line for each revision and, between them, the lines that join and part:
 * {@code *} is the revision, {@code |} a line that passes by, as {@code git log --graph} has them.
 *
 * <p>Each lane waits for one revision. Revisions come children first.
 */
final class GraphDrawing {

  private final List<String> lanes = new ArrayList<>();
  private final List<String> edges = new ArrayList<>();

  /**
   * The rows for the next revision.
   *
   * @param revision its id
   * @param parents the ids of its parents
   */
  Rows add(String revision, List<String> parents) {
    edges.clear();
    int lane = lanes.indexOf(revision);
    if (lane < 0) {
      lane = lanes.size();
      lanes.add(revision);
    }
    String node = bars(0, lane) + "*" + beyond(lane);
    String passing = bars(0, lane) + (parents.isEmpty() ? " " : "|") + beyond(lane);
    if (parents.isEmpty()) {
      end(lane);
    } else {
      lanes.set(lane, parents.get(0));
      part(lane, parents.subList(1, parents.size()));
    }
    joinLanesThatWaitForTheSame();
    return new Rows(node, passing, List.copyOf(edges));
  }

  /**
   * How one revision is drawn.
   *
   * @param node the row with its {@code *}
   * @param passing what stands before further lines of its text
   * @param edges the rows between it and the next revision
   */
  record Rows(String node, String passing, List<String> edges) {}

  private void end(int lane) {
    lanes.remove(lane);
    if (lane < lanes.size()) {
      edges.add(bars(0, lane) + " /".repeat(lanes.size() - lane));
    }
  }

  private void part(int lane, List<String> others) {
    for (int i = others.size() - 1; i >= 0; i--) {
      String parent = others.get(i);
      if (lane + 1 < lanes.size() && lanes.get(lane + 1).equals(parent)) {
        edges.add(bars(0, lane) + "|\\" + bars(lane + 1, lanes.size()).stripTrailing());
      } else {
        edges.add(bars(0, lane) + "|\\" + " \\".repeat(lanes.size() - lane - 1));
        lanes.add(lane + 1, parent);
      }
    }
  }

  private void joinLanesThatWaitForTheSame() {
    for (int right = 1; right < lanes.size(); right++) {
      int left = lanes.indexOf(lanes.get(right));
      if (left < right) {
        join(left, right);
        right--;
      }
    }
  }

  private void join(int left, int right) {
    int between = right - left - 1;
    int beyond = lanes.size() - right - 1;
    lanes.remove(right);
    if (between == 0) {
      edges.add(bars(0, left) + "|/" + " /".repeat(beyond));
      return;
    }
    edges.add(bars(0, left) + "| " + "|_".repeat(between - 1) + "|/" + " /".repeat(beyond));
    edges.add(bars(0, left) + "|/" + bars(left + 1, lanes.size()).stripTrailing());
  }

  private static String bars(int from, int to) {
    return "| ".repeat(to - from);
  }

  private String beyond(int lane) {
    return " |".repeat(lanes.size() - lane - 1);
  }
}
