package dev.migrations.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing may recurse over a graph: a stack ends long before a long-lived project does. */
class DeepGraphTests {

  private static final int DEPTH = 50_000;

  @Test
  void aLongLineIsPlannedUpAndDown() {
    RevisionGraph graph = RevisionGraph.of(line(List.of()));

    assertThat(graph.upgrade(List.of(), "head").steps()).hasSize(DEPTH);
    assertThat(graph.downgrade(graph.heads(), "base").steps()).hasSize(DEPTH);
    assertThat(graph.applied(graph.heads())).hasSize(DEPTH);
    assertThat(graph.labelsOf("r0")).containsExactly("end");
    assertThat(graph.downgrade(graph.heads(), "-" + (DEPTH - 1)).rowsAfter()).containsExactly("r0");
  }

  @Test
  void aLongCycleIsReportedInAMessageThatOneCanRead() {
    RevisionGraphException refused =
        catchThrowableOfType(
            RevisionGraphException.class, () -> RevisionGraph.of(line(List.of("r" + (DEPTH - 1)))));

    assertThat(refused.faults()).hasSize(1);
    assertThat(refused.description()).contains("r0 (r.sql)", "more -> r0").hasSizeLessThan(1000);
  }

  private static List<RevisionNode> line(List<String> firstDown) {
    List<RevisionNode> revisions = new ArrayList<>();
    for (int i = 0; i < DEPTH; i++) {
      revisions.add(
          new RevisionNode(
              "r" + i,
              i == 0 ? firstDown : List.of("r" + (i - 1)),
              List.of(),
              i == DEPTH - 1 ? List.of("end") : List.of(),
              "r.sql"));
    }
    return revisions;
  }
}
