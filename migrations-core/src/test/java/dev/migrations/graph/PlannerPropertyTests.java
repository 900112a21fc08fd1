package dev.migrations.graph;

import static dev.migrations.graph.TestGraphs.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is true of every plan in every graph. */
class PlannerPropertyTests {

  /** A graph, the version rows of a database, and a revision to go to. */
  record Situation(RevisionGraph graph, List<String> rows, String target) {}

  /** Rows as a runner leaves them: nothing applied requires any of them. */
  @Provide
  Arbitrary<Situation> reachable() {
    return anyRows()
        .map(
            any ->
                new Situation(
                    any.graph,
                    PlanAssertions.maximal(any.graph, any.graph.applied(any.rows)),
                    any.target));
  }

  /** Rows that may imply one another. */
  @Provide
  Arbitrary<Situation> anyRows() {
    return RandomGraphs.revisions()
        .map(RevisionGraph::of)
        .flatMap(
            graph -> {
              Arbitrary<String> id =
                  Arbitraries.of(graph.revisions().stream().map(RevisionNode::id).toList());
              return id.list()
                  .ofMaxSize(4)
                  .flatMap(rows -> id.map(target -> new Situation(graph, rows, target)));
            });
  }

  @Property
  void anUpgradeAppliesTheTargetAndItsAncestorsAndNothingElse(
      @ForAll("reachable") Situation given) {
    Plan plan = given.graph.upgrade(given.rows, given.target);

    Set<String> wanted = new HashSet<>(given.graph.applied(List.of(given.target)));
    wanted.removeAll(given.graph.applied(given.rows));
    assertThat(steps(plan)).containsExactlyInAnyOrderElementsOf(wanted);
    PlanAssertions.assertRespectsEveryEdge(given.graph, plan);
    PlanAssertions.assertDeltasGiveTheRows(given.graph, plan);
  }

  @Property
  void aDowngradeTakesBackTheAppliedDescendantsOfTheChildrenOfTheTarget(
      @ForAll("reachable") Situation given) {
    Set<String> applied = given.graph.applied(given.rows);
    Set<String> wanted = new HashSet<>();
    for (String each : applied) {
      if (given.graph.children(given.target).stream()
          .anyMatch(child -> given.graph.applied(List.of(each)).contains(child))) {
        wanted.add(each);
      }
    }
    Plan plan;
    try {
      plan = given.graph.downgrade(given.rows, given.target);
    } catch (NotADowngradeTargetException refused) {
      assertThat(wanted).isEmpty();
      assertThat(given.rows).doesNotContain(given.target);
      return;
    }
    assertThat(steps(plan)).containsExactlyInAnyOrderElementsOf(wanted);
    PlanAssertions.assertRespectsEveryEdge(given.graph, plan);
    PlanAssertions.assertDeltasGiveTheRows(given.graph, plan);
  }

  @Property
  void headsAreReachedFromEverywhere(@ForAll("reachable") Situation given) {
    Plan plan = given.graph.upgrade(given.rows, "heads");

    assertThat(plan.rowsAfter())
        .containsExactlyElementsOf(new TreeSet<>(given.graph.rowsAtHeads()));
    assertThat(given.graph.applied(plan.rowsAfter())).hasSameSizeAs(given.graph.revisions());
    PlanAssertions.assertRespectsEveryEdge(given.graph, plan);
    PlanAssertions.assertDeltasGiveTheRows(given.graph, plan);
  }

  @Property
  void baseIsReachedFromEverywhereInTheReverseOrder(@ForAll("reachable") Situation given) {
    Plan down = given.graph.downgrade(given.rows, "base");

    assertThat(down.rowsAfter()).isEmpty();
    PlanAssertions.assertRespectsEveryEdge(given.graph, down);
    PlanAssertions.assertDeltasGiveTheRows(given.graph, down);
    List<String> up = new ArrayList<>(steps(given.graph.upgrade(List.of(), "heads")));
    up.retainAll(steps(down));
    assertThat(steps(down)).isEqualTo(reversed(up));
  }

  @Property
  void takingEachRevisionOfAnUpgradeBackGivesTheSameRows(@ForAll("reachable") Situation given) {
    Plan up = given.graph.upgrade(given.rows, "heads");
    List<List<String>> rowsAtEachStep = new ArrayList<>();
    List<String> rows = up.rowsBefore();
    for (PlanStep step : up.steps()) {
      rowsAtEachStep.add(rows);
      rows = step.rowsAfter(rows);
    }
    for (int i = up.steps().size() - 1; i >= 0; i--) {
      Plan down = given.graph.downgrade(rows, up.steps().get(i).revision() + "@-1");
      assertThat(steps(down)).containsExactly(up.steps().get(i).revision());
      rows = down.rowsAfter();
      assertThat(rows).isEqualTo(rowsAtEachStep.get(i));
    }
    assertThat(rows).isEqualTo(up.rowsBefore());
  }

  @Property
  void aPlanMayBeCutAnywhereAndGoneOnWith(@ForAll("reachable") Situation given) {
    Plan whole = given.graph.upgrade(given.rows, "heads");
    List<String> rows = whole.rowsBefore();
    for (int done = 0; done < whole.steps().size(); done++) {
      List<PlanStep> rest = whole.steps().subList(done, whole.steps().size());
      assertThat(given.graph.upgrade(rows, "heads").steps()).isEqualTo(rest);
      rows = rest.get(0).rowsAfter(rows);
    }
  }

  @Property
  void rowsThatImplyOneAnotherDoNoHarm(@ForAll("anyRows") Situation given) {
    Plan up = given.graph.upgrade(given.rows, given.target);
    Plan down = given.graph.downgrade(given.rows, "base");

    PlanAssertions.assertRespectsEveryEdge(given.graph, up);
    PlanAssertions.assertDeltasGiveTheRows(given.graph, up);
    PlanAssertions.assertDeltasGiveTheRows(given.graph, down);
    assertThat(down.rowsAfter()).isEmpty();
  }

  @Property
  void aBranchGoesToItsBaseWithoutWhatNeitherCarriesItsLabelNorRequiresIt(
      @ForAll("reachable") Situation given) {
    for (RevisionNode node : given.graph.revisions()) {
      for (String label : node.branchLabels()) {
        Plan plan = given.graph.downgrade(given.rows, label + "@base");
        Set<String> left = given.graph.applied(plan.rowsAfter());
        assertThat(left).noneMatch(each -> given.graph.labelsOf(each).contains(label));
        assertThat(steps(plan))
            .allMatch(
                each ->
                    given.graph.applied(List.of(each)).stream()
                        .anyMatch(needed -> given.graph.labelsOf(needed).contains(label)));
        PlanAssertions.assertDeltasGiveTheRows(given.graph, plan);
      }
    }
  }

  private static List<String> reversed(List<String> list) {
    List<String> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }
}
