package dev.migrations.graph;

import static dev.migrations.graph.TestGraphs.graph;
import static dev.migrations.graph.TestGraphs.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionGraphTests {

  private final RevisionGraph graph =
      graph(
          "d down b c",
          "a",
          "b down a label left",
          "c down a label right",
          "e down c needs left",
          "z label other",
          "f down e needs z");

  @Test
  void answersWhatItIsMadeOf() {
    assertThat(graph.revisions()).extracting(RevisionNode::id).startsWith("d", "a", "b");
    assertThat(graph.contains("a")).isTrue();
    assertThat(graph.contains("left")).isFalse();
    assertThat(graph.revision("d").downRevisions()).containsExactly("b", "c");
    assertThat(graph.heads()).containsExactly("d", "z", "f");
    assertThat(graph.rowsAtHeads()).containsExactly("d", "f");
    assertThat(graph.bases()).containsExactly("a", "z");
    assertThat(graph.branchPoints()).containsExactly("a", "c");
    assertThat(graph.children("c")).containsExactly("d", "e");
    assertThat(graph.requirements("e")).containsExactly("c", "b");
  }

  @Test
  void anAppliedRevisionHasItsAncestorsOverParentsAndDependencies() {
    assertThat(graph.applied(List.of("e"))).containsExactly("a", "b", "c", "e");
    assertThat(graph.applied(List.of())).isEmpty();
  }

  @Test
  void aLabelIsCarriedByAllDescendants() {
    assertThat(graph.labelsOf("d")).containsExactlyInAnyOrder("left", "right");
    assertThat(graph.labelsOf("f")).containsExactly("right");
    assertThat(graph.labelsOf("a")).isEmpty();
  }

  @Test
  void aLabelIsCarriedDownToTheBranchPointOrMerge() {
    RevisionGraph late =
        graph(
            "a",
            "b down a",
            "c down b",
            "d down c label late",
            "e down a",
            "m down d e label joined");

    assertThat(late.labelsOf("b")).containsExactly("late");
    assertThat(late.labelsOf("a")).isEmpty();
    assertThat(late.labelsOf("e")).isEmpty();
    assertThat(graph("a", "b down a").labelsOf("a")).isEmpty();
  }

  @Test
  void whatMayRunNextRunsInLoadOrder() {
    assertThat(steps(graph.upgrade(List.of(), "heads")))
        .containsExactly("a", "b", "c", "d", "e", "z", "f");
  }

  @Test
  void aDowngradeIsTheReverseOfTheUpgrade() {
    assertThat(steps(graph.downgrade(List.of("d", "f"), "base")))
        .containsExactly("f", "z", "e", "d", "c", "b", "a");
  }

  @Test
  void twoRevisionsRunInTheSameOrderWhateverIsApplied() {
    RevisionGraph ties = graph("x down z", "y", "z");

    assertThat(steps(ties.upgrade(List.of(), "heads"))).containsExactly("y", "z", "x");
    assertThat(steps(ties.upgrade(List.of("z"), "heads"))).containsExactly("y", "x");
  }

  @Test
  void aStepSaysHowItMovesTheRows() {
    assertThat(graph.upgrade(List.of("b", "c"), "d").steps())
        .containsExactly(new PlanStep(Direction.UPGRADE, "d", List.of("b", "c"), List.of("d")));
    assertThat(graph.downgrade(List.of("d"), "-1").steps())
        .containsExactly(new PlanStep(Direction.DOWNGRADE, "d", List.of("d"), List.of("b", "c")));
  }

  @Test
  void aDependencyHasNoRowWhileWhatNeedsItIsApplied() {
    Plan up = graph.upgrade(List.of("b", "c"), "e");
    Plan down = graph.downgrade(List.of("e"), "right@c");

    assertThat(up.rowsAfter()).containsExactly("e");
    assertThat(down.rowsAfter()).containsExactly("b", "c");
  }

  @Test
  void rowsThatOtherRowsImplyAreClearedByTheFirstStep() {
    RevisionGraph line = graph("a", "b down a", "c down b", "d down c");

    assertThat(line.upgrade(List.of("b", "a"), "d").steps())
        .containsExactly(
            new PlanStep(Direction.UPGRADE, "c", List.of("a", "b"), List.of("c")),
            new PlanStep(Direction.UPGRADE, "d", List.of("c"), List.of("d")));
    assertThat(line.downgrade(List.of("b", "a"), "-1").steps())
        .containsExactly(new PlanStep(Direction.DOWNGRADE, "b", List.of("b"), List.of()));
    assertThat(line.downgrade(List.of("c", "a", "a"), "base").rowsAfter()).isEmpty();
  }

  @Test
  void rowsOfAPlanAreSorted() {
    Plan plan = graph("b", "a", "c").upgrade(List.of("c", "b"), "heads");

    assertThat(plan.rowsBefore()).containsExactly("b", "c");
    assertThat(plan.rowsAfter()).containsExactly("a", "b", "c");
  }
}
