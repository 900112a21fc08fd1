package dev.migrations.graph;

import static dev.migrations.graph.TestGraphs.graph;
import static dev.migrations.graph.TestGraphs.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What each form of a target means to a downgrade. */
class DowngradeTargetTests {

  private final RevisionGraph graph =
      graph(
          "a0000000",
          "b0000000 down a0000000",
          "x1000000 down b0000000 label billing",
          "x2000000 down x1000000",
          "y1000000 down b0000000 label stock",
          "y2000000 down y1000000",
          "z1000000 needs y1000000 label audit");
  private final List<String> everything = List.of("x2000000", "y2000000", "z1000000");

  @Test
  void baseTakesEverythingBack() {
    Plan plan = graph.downgrade(everything, "base");

    assertThat(steps(plan))
        .containsExactly(
            "z1000000", "y2000000", "y1000000", "x2000000", "x1000000", "b0000000", "a0000000");
    assertThat(plan.rowsAfter()).isEmpty();
    assertThat(graph.downgrade(List.of(), "base").isEmpty()).isTrue();
  }

  @Test
  void anIdTakesBackWhatComesAfterIt() {
    Plan plan = graph.downgrade(everything, "x100");

    assertThat(steps(plan)).containsExactly("x2000000");
    assertThat(plan.rowsAfter()).containsExactly("x1000000", "y2000000", "z1000000");
  }

  @Test
  void whatDependsOnARevisionGoesBeforeIt() {
    Plan plan = graph.downgrade(everything, "stock@b0000000");

    assertThat(steps(plan)).containsExactly("z1000000", "y2000000", "y1000000");
    assertThat(plan.rowsAfter()).containsExactly("x2000000");
  }

  @Test
  void aRevisionThatIsCurrentIsReached() {
    assertThat(graph.downgrade(List.of("x1000000"), "x1000000").isEmpty()).isTrue();
    assertThat(graph.downgrade(List.of("x1000000"), "current").isEmpty()).isTrue();
    assertThat(graph.downgrade(everything, "billing@head").isEmpty()).isTrue();
  }

  @Test
  void aLabelIsTheRevisionThatGivesIt() {
    assertThat(steps(graph.downgrade(everything, "billing"))).containsExactly("x2000000");
  }

  @Test
  void minusCountsFromCurrent() {
    assertThat(steps(graph.downgrade(List.of("x2000000"), "-1"))).containsExactly("x2000000");
    assertThat(steps(graph.downgrade(List.of("x2000000"), "-3")))
        .containsExactly("x2000000", "x1000000", "b0000000");
    assertThat(graph.downgrade(List.of("x2000000"), "-4").rowsAfter()).isEmpty();
  }

  @Test
  void minusTakesBackNoOtherChildOfThePlaceWhereItEnds() {
    RevisionGraph siblings =
        graph("a0000000", "b1000000 down a0000000", "b2000000 down a0000000 needs b1000000");

    Plan plan = siblings.downgrade(List.of("b2000000"), "-1");

    assertThat(steps(plan)).containsExactly("b2000000");
    assertThat(plan.rowsAfter()).containsExactly("b1000000");
  }

  @Test
  void minusInABranchCountsFromTheRowInItsLine() {
    Plan plan = graph.downgrade(List.of("x2000000", "y2000000"), "billing@-1");

    assertThat(plan.rowsAfter()).containsExactly("x1000000", "y2000000");
  }

  @Test
  void minusInABranchThatIsOnlyImpliedCountsFromItsLastAppliedRevision() {
    Plan plan = graph.downgrade(List.of("z1000000"), "stock@-1");

    assertThat(steps(plan)).containsExactly("z1000000", "y1000000");
    assertThat(plan.rowsAfter()).containsExactly("b0000000");
  }

  @Test
  void minusFromARevisionAsBranchLeavesTheOtherLinesAlone() {
    RevisionGraph bases = graph("a0000000", "b0000000", "c0000000 down b0000000");
    List<String> rows = List.of("a0000000", "c0000000");

    assertThat(bases.downgrade(rows, "a0000000@-1").rowsAfter()).containsExactly("c0000000");
    assertThat(bases.downgrade(rows, "a0000000-1").rowsAfter()).isEmpty();
  }

  @Test
  void aDistanceCountsFromARevision() {
    assertThat(steps(graph.downgrade(everything, "x200-1"))).containsExactly("x2000000");
    assertThat(steps(graph.downgrade(List.of("x2000000"), "a000+1")))
        .containsExactly("x2000000", "x1000000");
  }

  @Test
  void aDistanceCountsFromHead() {
    assertThat(steps(graph.downgrade(everything, "billing@head-1"))).containsExactly("x2000000");
  }
}
