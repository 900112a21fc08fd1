package dev.migrations.graph;

import static dev.migrations.graph.TestGraphs.graph;
import static dev.migrations.graph.TestGraphs.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A revision that stands for a range of others. */
class ReplacementTests {

  private static final RevisionGraph RANGE_STILL_THERE =
      graph(
          "a",
          "b down a",
          "c down b",
          "d down c",
          "e down d",
          "s down a replaces b c d",
          "f down e");

  private static final RevisionGraph RANGE_DELETED =
      graph("a", "e down d", "s down a replaces b c d", "f down e");

  @Test
  void aNewDatabaseRunsOnlyTheReplacement() {
    for (RevisionGraph graph : List.of(RANGE_STILL_THERE, RANGE_DELETED)) {
      Plan plan = graph.upgrade(List.of(), "head");

      assertThat(steps(plan)).containsExactly("a", "s", "e", "f");
      assertThat(plan.rowsAfter()).containsExactly("f");
      PlanAssertions.assertDeltasGiveTheRows(graph, plan);
    }
  }

  @Test
  void whoHasAppliedTheRangeCountsAsHavingAppliedTheReplacement() {
    for (RevisionGraph graph : List.of(RANGE_STILL_THERE, RANGE_DELETED)) {
      assertThat(graph.applied(List.of("d"))).containsExactly("a", "s");
      assertThat(graph.applied(List.of("f"))).containsExactlyInAnyOrder("a", "s", "e", "f");
      assertThat(graph.revisionOfRow("d")).isEqualTo("s");

      Plan plan = graph.upgrade(List.of("d"), "head");

      assertThat(steps(plan)).containsExactly("e", "f");
      assertThat(plan.steps().get(0).rowsRemoved()).containsExactly("d");
    }
  }

  @Test
  void theRowOfTheRangeStaysUntilItMoves() {
    Plan nothing = RANGE_STILL_THERE.upgrade(List.of("d"), "s");

    assertThat(nothing.isEmpty()).isTrue();
    assertThat(nothing.rowsAfter()).containsExactly("d");
  }

  @Test
  void aDatabaseInTheMiddleFinishesTheRangeFirst() {
    Plan plan = RANGE_STILL_THERE.upgrade(List.of("b"), "head");

    assertThat(steps(plan)).containsExactly("c", "d", "e", "f");
    assertThat(plan.rowsAfter()).containsExactly("f");
    assertThat(steps(RANGE_STILL_THERE.upgrade(List.of("b"), "s"))).containsExactly("c", "d");
    assertThat(RANGE_STILL_THERE.applied(List.of("b"))).containsExactly("a", "b");
  }

  @Test
  void aDatabaseInTheMiddleMayGoBack() {
    assertThat(steps(RANGE_STILL_THERE.downgrade(List.of("c"), "a"))).containsExactly("c", "b");
    assertThat(steps(RANGE_STILL_THERE.downgrade(List.of("c"), "b"))).containsExactly("c");
  }

  @Test
  void theReplacementIsTakenBackAsOneStep() {
    for (String row : List.of("d", "s")) {
      Plan plan = RANGE_STILL_THERE.downgrade(List.of(row), "a");

      assertThat(steps(plan)).containsExactly("s");
      assertThat(plan.steps().get(0).rowsRemoved()).containsExactly(row);
      assertThat(plan.rowsAfter()).containsExactly("a");
    }
  }

  @Test
  void aRevisionThatWasBegunIsGoneOnWith() {
    RevisionGraph graph = RANGE_STILL_THERE.forDatabase(List.of("a"), List.of("b"));

    assertThat(steps(graph.upgrade(List.of("a"), "head"))).containsExactly("b", "c", "d", "e", "f");
    assertThat(steps(RANGE_STILL_THERE.upgrade(List.of("a"), "head")))
        .containsExactly("s", "e", "f");
  }

  @Test
  void aDatabaseInTheMiddleIsUnknownWhenTheRestIsDeleted() {
    assertThat(RANGE_DELETED.revisionOfRow("c")).isNull();
    assertThat(RANGE_DELETED.replacementOf("c")).isEqualTo("s");
    assertThat(
            catchThrowableOfType(
                    UnknownCurrentRevisionException.class,
                    () -> RANGE_DELETED.upgrade(List.of("c"), "head"))
                .revisions())
        .containsExactly("c");
  }

  @Test
  void onlyTheReplacementIsListed() {
    assertThat(RANGE_STILL_THERE.revisions())
        .extracting(RevisionNode::id)
        .containsExactly("a", "e", "s", "f");
    assertThat(RANGE_STILL_THERE.children("a")).containsExactly("s");
    assertThat(RANGE_STILL_THERE.revision("e").downRevisions()).containsExactly("s");
    assertThat(RANGE_STILL_THERE.contains("d")).isFalse();
    assertThat(RANGE_STILL_THERE.heads()).containsExactly("f");
  }

  @Test
  void theEndOfTheRangeNamesTheReplacementInATarget() {
    assertThat(RANGE_STILL_THERE.resolve(List.of(), "d")).containsExactly("s");
    assertThat(RANGE_STILL_THERE.resolve(List.of(), "d+1")).containsExactly("e");
    assertThat(steps(RANGE_STILL_THERE.stamp(List.of(), "d"))).containsExactly("a", "s");
  }

  @Test
  void theBeginningOfAReplacedIdIsEnough() {
    RevisionGraph graph =
        graph(
            "aaaa1",
            "bbbb1 down aaaa1",
            "bbbb2 down bbbb1",
            "s replaces aaaa1 bbbb1 bbbb2",
            "bbcc1 down bbbb2");

    assertThat(
            catchThrowableOfType(
                    ReplacedRevisionException.class, () -> graph.resolve(List.of(), "aaaa"))
                .revision())
        .isEqualTo("aaaa1");
    assertThat(
            catchThrowableOfType(
                    UnknownRevisionException.class, () -> graph.resolve(List.of(), "bbbb"))
                .near())
        .containsExactly("bbbb1", "bbbb2");
    assertThat(
            graph("aaaa1", "bbbb1 down aaaa1", "s replaces aaaa1 bbbb1").resolve(List.of(), "bbbb"))
        .containsExactly("s");
  }

  @Test
  void theInsideOfTheRangeIsNoTarget() {
    ReplacedRevisionException refused =
        catchThrowableOfType(
            ReplacedRevisionException.class, () -> RANGE_STILL_THERE.downgrade(List.of("f"), "c"));

    assertThat(refused.description())
        .isEqualTo("Revision c is inside of the range that revision s replaces as one step.");
    assertThat(refused.replacement()).isEqualTo("s");
  }

  @Test
  void aRevisionMayFollowTheReplacementWhileDatabasesAreInTheMiddle() {
    RevisionGraph graph = graph("a", "b down a", "s replaces a b", "x down s");

    assertThat(steps(graph.upgrade(List.of("a"), "head"))).containsExactly("b", "x");
    assertThat(steps(graph.upgrade(List.of(), "head"))).containsExactly("s", "x");
    assertThat(steps(graph.upgrade(List.of("b"), "head"))).containsExactly("x");
  }

  @Test
  void aRangeMayHoldBranchesAndTheirMerge() {
    RevisionGraph graph =
        graph("a", "b down a", "c down a", "m down b c", "n down m", "s replaces a b c m");

    assertThat(steps(graph.upgrade(List.of("b"), "head"))).containsExactly("c", "m", "n");
    assertThat(steps(graph.upgrade(List.of("b", "c"), "head"))).containsExactly("m", "n");
    assertThat(steps(graph.upgrade(List.of(), "head"))).containsExactly("s", "n");
    assertThat(graph.heads()).containsExactly("n");
  }

  @Test
  void dependenciesOnTheEndOfARangeAreOnTheReplacement() {
    RevisionGraph graph =
        graph(
            "a", "b down a", "s replaces a b", "x needs b", "y down x needs line", "l label line");

    assertThat(graph.requirements("x")).containsExactly("s");
    assertThat(steps(graph.upgrade(List.of(), "x"))).containsExactly("s", "x");
    assertThat(steps(graph.upgrade(List.of("a"), "x"))).containsExactly("b", "x");
  }

  @Test
  void aReplacementMayBeReplacedItself() {
    RevisionGraph graph =
        graph(
            "a",
            "b down a",
            "s replaces a b",
            "c down b",
            "d down c",
            "t replaces s c d",
            "e down d");

    assertThat(steps(graph.upgrade(List.of(), "head"))).containsExactly("t", "e");
    assertThat(steps(graph.upgrade(List.of("a"), "head"))).containsExactly("b", "c", "d", "e");
    assertThat(steps(graph.upgrade(List.of("b"), "head"))).containsExactly("c", "d", "e");
    assertThat(steps(graph.upgrade(List.of("s"), "head"))).containsExactly("c", "d", "e");
    assertThat(steps(graph.upgrade(List.of("d"), "head"))).containsExactly("e");
  }

  @Test
  void aReplacementMayEndInAReplacement() {
    RevisionGraph graph =
        graph("a", "b down a", "c down b", "s down a replaces b c", "t replaces a s", "e down c");

    assertThat(steps(graph.upgrade(List.of(), "head"))).containsExactly("t", "e");
    for (String end : List.of("c", "s", "t")) {
      assertThat(steps(graph.upgrade(List.of(end), "head"))).containsExactly("e");
    }
    assertThat(steps(graph.upgrade(List.of("b"), "head"))).containsExactly("c", "e");
    assertThat(steps(graph.upgrade(List.of("a"), "head"))).containsExactly("s", "e");
  }

  @Test
  void rangesBehindOneAnotherAreReplacedApart() {
    RevisionGraph graph =
        graph("a", "b down a", "s replaces a b", "c down b", "d down c", "t down s replaces c d");

    assertThat(steps(graph.upgrade(List.of(), "head"))).containsExactly("s", "t");
    assertThat(steps(graph.upgrade(List.of("a"), "head"))).containsExactly("b", "t");
    assertThat(steps(graph.upgrade(List.of("c"), "head"))).containsExactly("d");
    assertThat(graph.heads()).containsExactly("t");
  }

  @Test
  void oneRevisionMayBeReplacedByOneWithAnotherId() {
    RevisionGraph graph = graph("old", "x down old", "new replaces old");

    assertThat(steps(graph.upgrade(List.of(), "head"))).containsExactly("new", "x");
    assertThat(steps(graph.upgrade(List.of("old"), "head"))).containsExactly("x");
  }
}
