package dev.migrations.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is true of every plan; written down a second time, slowly and simply. */
final class PlanAssertions {

  private PlanAssertions() {}

  /** After each step, whatever is applied has everything applied that it requires. */
  static void assertRespectsEveryEdge(RevisionGraph graph, Plan plan) {
    Map<String, Set<String>> requirements = requirements(graph);
    Set<String> applied = new HashSet<>(graph.applied(plan.rowsBefore()));
    for (PlanStep step : plan.steps()) {
      assertThat(step.direction()).isEqualTo(plan.direction());
      if (step.direction() == Direction.UPGRADE) {
        assertThat(applied).containsAll(requirements.get(step.revision()));
        assertThat(applied.add(step.revision())).as("%s was not applied", step).isTrue();
      } else {
        assertThat(applied.remove(step.revision())).as("%s was applied", step).isTrue();
        assertThat(applied).noneMatch(each -> requirements.get(each).contains(step.revision()));
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
      assertThat(rows.stream().map(graph::revisionOfRow).sorted())
          .containsExactlyElementsOf(maximal(graph, applied));
    }
    assertThat(plan.rowsAfter()).isEqualTo(rows);
  }

  /** The elements that no other element requires, sorted. */
  static List<String> maximal(RevisionGraph graph, Set<String> applied) {
    Map<String, Set<String>> requirements = requirements(graph);
    return applied.stream()
        .filter(each -> applied.stream().noneMatch(o -> requirements.get(o).contains(each)))
        .sorted()
        .toList();
  }

  /** From the revisions themselves, not from what the graph made of them. */
  private static Map<String, Set<String>> requirements(RevisionGraph graph) {
    Map<String, String> byLabel = new HashMap<>();
    for (RevisionNode node : graph.revisions()) {
      node.branchLabels().forEach(label -> byLabel.put(label, node.id()));
    }
    Map<String, Set<String>> requirements = new HashMap<>();
    for (RevisionNode node : graph.revisions()) {
      Set<String> required = new HashSet<>(node.downRevisions());
      node.dependsOn().forEach(name -> required.add(byLabel.getOrDefault(name, name)));
      requirements.put(node.id(), required);
    }
    return requirements;
  }
}
