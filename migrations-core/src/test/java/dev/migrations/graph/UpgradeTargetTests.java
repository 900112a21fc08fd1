package dev.migrations.graph;

import static dev.migrations.graph.TestGraphs.graph;
import static dev.migrations.graph.TestGraphs.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What each form of a target means to an upgrade. */
class UpgradeTargetTests {

  /** A trunk, two branches with labels, and a second base that depends on the trunk. */
  private final RevisionGraph graph =
      graph(
          "a0000000",
          "b0000000 down a0000000",
          "x1000000 down b0000000 label billing",
          "x2000000 down x1000000",
          "y1000000 down b0000000 label stock",
          "y2000000 down y1000000",
          "z1000000 needs b0000000 label audit");

  @Test
  void headsIsEverything() {
    Plan plan = graph.upgrade(List.of(), "heads");

    assertThat(steps(plan)).hasSize(7);
    assertThat(plan.rowsAfter()).containsExactly("x2000000", "y2000000", "z1000000");
  }

  @Test
  void headIsTheOneHead() {
    RevisionGraph line = graph("a0000000", "b0000000 down a0000000");

    assertThat(steps(line.upgrade(List.of(), "head"))).containsExactly("a0000000", "b0000000");
    assertThat(graph().upgrade(List.of(), "head").isEmpty()).isTrue();
  }

  @Test
  void baseIsAppliedAlready() {
    assertThat(graph.upgrade(List.of(), "base").isEmpty()).isTrue();
    assertThat(graph.upgrade(List.of("x2000000"), "base").isEmpty()).isTrue();
    assertThat(graph.upgrade(List.of("x2000000"), "billing@base").isEmpty()).isTrue();
    assertThat(graph.upgrade(List.of("x2000000"), "current").isEmpty()).isTrue();
  }

  @Test
  void anIdBringsItsAncestors() {
    assertThat(steps(graph.upgrade(List.of(), "x1000000")))
        .containsExactly("a0000000", "b0000000", "x1000000");
    assertThat(steps(graph.upgrade(List.of("y1000000"), "x1000000"))).containsExactly("x1000000");
  }

  @Test
  void anIdBringsItsDependencies() {
    Plan plan = graph.upgrade(List.of(), "z1000000");

    assertThat(steps(plan)).containsExactly("a0000000", "b0000000", "z1000000");
    assertThat(plan.rowsAfter()).containsExactly("z1000000");
  }

  @Test
  void theBeginningOfAnIdIsEnough() {
    assertThat(graph.resolve(List.of(), "x100")).containsExactly("x1000000");
  }

  @Test
  void aWholeIdMayBeShortAndTheBeginningOfAnother() {
    RevisionGraph shortIds = graph("1", "1a0000 down 1", "1a000 down 1a0000");

    assertThat(shortIds.resolve(List.of(), "1")).containsExactly("1");
    assertThat(shortIds.resolve(List.of(), "1a000")).containsExactly("1a000");
  }

  @Test
  void aLabelIsTheRevisionThatGivesIt() {
    assertThat(graph.resolve(List.of(), "billing")).containsExactly("x1000000");
  }

  @Test
  void aBranchHasItsOwnHead() {
    assertThat(graph.upgrade(List.of(), "billing@head").rowsAfter()).containsExactly("x2000000");
    assertThat(graph.upgrade(List.of(), "y1000000@head").rowsAfter()).containsExactly("y2000000");
    assertThat(graph.upgrade(List.of(), "y100@head").rowsAfter()).containsExactly("y2000000");
  }

  @Test
  void aBranchMayHaveSeveralHeads() {
    assertThat(graph.upgrade(List.of(), "b0000000@heads").rowsAfter())
        .containsExactly("x2000000", "y2000000");
  }

  @Test
  void aBranchNarrowsTheBeginningOfAnId() {
    RevisionGraph alike =
        graph("a0000000", "cafe1111 down a0000000 label one", "cafe2222 down a0000000 label two");

    assertThat(alike.resolve(List.of(), "two@cafe")).containsExactly("cafe2222");
  }

  @Test
  void aRevisionOfTheBranchMayBeNamedThroughIt() {
    assertThat(graph.resolve(List.of(), "billing@x2000000")).containsExactly("x2000000");
    assertThat(graph.resolve(List.of(), "billing@a0000000")).containsExactly("a0000000");
  }

  @Test
  void plusCountsFromCurrent() {
    assertThat(steps(graph.upgrade(List.of("a0000000"), "+1"))).containsExactly("b0000000");
    assertThat(steps(graph.upgrade(List.of("x1000000"), "current+1"))).containsExactly("x2000000");
  }

  @Test
  void plusCountsFromBaseWhenNothingIsApplied() {
    RevisionGraph line = graph("a0000000", "b0000000 down a0000000", "c0000000 down b0000000");

    assertThat(steps(line.upgrade(List.of(), "+2"))).containsExactly("a0000000", "b0000000");
  }

  @Test
  void plusInABranchCountsFromTheRowInItsLine() {
    List<String> rows = List.of("x1000000", "y1000000");

    assertThat(steps(graph.upgrade(rows, "stock@+1"))).containsExactly("y2000000");
    assertThat(steps(graph.upgrade(List.of("a0000000"), "stock@+1"))).containsExactly("b0000000");
  }

  @Test
  void plusInABranchThatIsNotCurrentCountsFromWhereItParts() {
    assertThat(steps(graph.upgrade(List.of("x2000000"), "stock@+1"))).containsExactly("y1000000");
  }

  @Test
  void plusInABranchOfWhichNothingIsAppliedCountsFromBase() {
    assertThat(steps(graph.upgrade(List.of("x2000000"), "audit@+1"))).containsExactly("z1000000");
  }

  @Test
  void aDistanceCountsFromARevision() {
    assertThat(graph.resolve(List.of(), "a000+1")).containsExactly("b0000000");
    assertThat(graph.resolve(List.of(), "x200-2")).containsExactly("b0000000");
    assertThat(graph.resolve(List.of(), "a000-1")).isEmpty();
    assertThat(graph.resolve(List.of(), "stock@b000+2")).containsExactly("y2000000");
  }

  @Test
  void aDistanceCountsFromHeadAndBase() {
    assertThat(graph.resolve(List.of(), "billing@head-1")).containsExactly("x1000000");
    assertThat(graph.resolve(List.of(), "stock@base+3")).containsExactly("y1000000");
    RevisionGraph line = graph("a0000000", "b0000000 down a0000000", "c0000000 down b0000000");
    assertThat(line.resolve(List.of(), "head-1")).containsExactly("b0000000");
    assertThat(line.resolve(List.of(), "heads-1")).containsExactly("b0000000");
    assertThat(line.resolve(List.of(), "base+2")).containsExactly("b0000000");
  }
}
