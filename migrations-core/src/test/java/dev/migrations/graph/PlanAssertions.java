package dev.migrations.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is true of every plan; written down a second time, slowly and simply. */
final class PlanAssertions {

  private PlanAssertions() {}

  /** After each step, whatever is applied has everything applied that it requires. */
  static void assertRespectsEveryEdge(RevisionGraph graph, Plan plan) {
    Set<String> applied = new HashSet<>(graph.applied(plan.rowsBefore()));
    for (PlanStep step : plan.steps()) {
      assertThat(step.direction()).isEqualTo(plan.direction());
      if (step.direction() == Direction.UPGRADE) {
        assertThat(applied).containsAll(graph.requirements(step.revision()));
        assertThat(applied.add(step.revision())).as("%s was not applied", step).isTrue();
      } else {
        assertThat(applied.remove(step.revision())).as("%s was applied", step).isTrue();
        assertThat(applied).noneMatch(each -> graph.requirements(each).contains(step.revision()));
      }
    }
  }

  /** After each step, the rows are the applied revisions that nothing applied requires. */
  static void assertDeltasGiveTheRows(RevisionGraph graph, Plan plan) {
    Set<String> applied = new HashSet<>(graph.applied(plan.rowsBefore()));
    List<String> rows = plan.rowsBefore();
    for (PlanStep step : plan.steps()) {
      assertThat(rows)
          .containsAll(step.rowsRemoved())
          .noneMatch(row -> step.rowsAdded().contains(row));
      rows = step.rowsAfter(rows);
      if (step.direction() == Direction.UPGRADE) {
        applied.add(step.revision());
      } else {
        applied.remove(step.revision());
      }
      assertThat(rows).isEqualTo(maximal(graph, applied));
    }
    assertThat(plan.rowsAfter()).isEqualTo(rows);
  }

  /** The elements that no other element requires, sorted. */
  static List<String> maximal(RevisionGraph graph, Set<String> applied) {
    return applied.stream()
        .filter(each -> applied.stream().noneMatch(o -> graph.requirements(o).contains(each)))
        .sorted()
        .toList();
  }
}
