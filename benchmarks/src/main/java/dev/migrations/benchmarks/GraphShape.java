package dev.migrations.benchmarks;

import dev.migrations.graph.RevisionNode;
import java.util.ArrayList;
import java.util.List;

/** What the graphs that are measured look like. */
public enum GraphShape {
  /** One line. */
  LINEAR {
    @Override
    List<RevisionNode> revisions(int count) {
      List<RevisionNode> revisions = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        revisions.add(revision(i, i == 0 ? List.of() : List.of(id(i - 1)), List.of(), List.of()));
      }
      return revisions;
    }
  },

  /**
   * A hundred lines from one base, side by side: every tenth round, neighbours merge and part
   * again; every seventh revision depends on one of the line next to it; each line has a label.
   */
  WIDE {
    private static final int LINES = 100;

    @Override
    List<RevisionNode> revisions(int count) {
      List<RevisionNode> revisions = new ArrayList<>(count);
      revisions.add(revision(0, List.of(), List.of(), List.of()));
      for (int i = 1; i < count; i++) {
        int round = (i - 1) / LINES;
        int line = (i - 1) % LINES;
        int before = i - LINES;
        int neighbour = round * LINES - LINES + 1 + (line + 1) % LINES;
        if (round == 0) {
          revisions.add(revision(i, List.of(id(0)), List.of(), List.of("line" + line)));
        } else if (round % 10 == 0) {
          revisions.add(revision(i, List.of(id(before), id(neighbour)), List.of(), List.of()));
        } else {
          List<String> dependsOn = i % 7 == 0 ? List.of(id(neighbour)) : List.of();
          revisions.add(revision(i, List.of(id(before)), dependsOn, List.of()));
        }
      }
      return revisions;
    }
  };

  /** That many revisions in load order. */
  abstract List<RevisionNode> revisions(int count);

  private static RevisionNode revision(
      int number, List<String> down, List<String> dependsOn, List<String> labels) {
    return new RevisionNode(id(number), down, dependsOn, labels, id(number) + ".sql");
  }

  /** Twelve hexadecimal digits, spread so that load order and ids have nothing in common. */
  private static String id(int number) {
    return "%012x".formatted((number + 1) * 0x9E3779B97F4A7C15L >>> 16);
  }
}
