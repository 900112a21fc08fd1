package dev.migrations.graph;

import static dev.migrations.graph.TestGraphs.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is true of every database, wherever it stood when a range was replaced. */
class ReplacementPropertyTests {

  /** A graph before and after all ancestors of one of its revisions were replaced. */
  record Squash(
      List<RevisionNode> before, RevisionGraph graph, List<String> range, List<String> rows) {}

  /** All that a revision requires, itself included, provided that nothing else hangs on it. */
  @Provide
  Arbitrary<Squash> squashes() {
    return RandomGraphs.revisions()
        .flatMap(
            nodes ->
                Arbitraries.of(nodes)
                    .flatMap(
                        end ->
                            Arbitraries.of(nodes)
                                .list()
                                .ofMaxSize(3)
                                .map(stop -> squash(nodes, end.id(), stop))))
        .filter(Optional::isPresent)
        .map(Optional::orElseThrow);
  }

  private static Optional<Squash> squash(
      List<RevisionNode> nodes, String end, List<RevisionNode> applied) {
    RevisionGraph before = RevisionGraph.of(nodes);
    List<String> range = new ArrayList<>(steps(before.upgrade(List.of(), end)));
    RevisionNode replacement =
        new RevisionNode("s", List.of(), List.of(), List.of(), range, "s.sql");
    List<RevisionNode> after = new ArrayList<>(nodes);
    after.add(nodes.size() / 2, replacement);
    try {
      RevisionGraph graph = RevisionGraph.of(after);
      List<String> rows = before.rowsFor(applied.stream().map(RevisionNode::id).toList());
      return Optional.of(new Squash(nodes, graph, range, rows));
    } catch (RevisionGraphException ex) {
      return Optional.empty(); // others hang on the middle of the range, or on labels in it
    }
  }

  @Property
  void everyDatabaseReachesTheSameEnd(@ForAll("squashes") Squash given) {
    RevisionGraph before = RevisionGraph.of(given.before);
    Plan plan = given.graph.upgrade(given.rows, "heads");

    Set<String> applied = new LinkedHashSet<>(before.applied(given.rows));
    boolean untouched = given.range.stream().noneMatch(applied::contains);
    steps(plan).forEach(applied::add);

    if (untouched) {
      assertThat(applied).contains("s").doesNotContainAnyElementsOf(given.range);
    } else {
      assertThat(applied).containsAll(given.range).doesNotContain("s");
    }
    assertThat(applied)
        .containsAll(
            given.graph.revisions().stream()
                .map(RevisionNode::id)
                .filter(id -> !id.equals("s"))
                .toList());
    assertThat(given.graph.upgrade(plan.rowsAfter(), "heads").isEmpty()).isTrue();
    PlanAssertions.assertDeltasGiveTheRows(given.graph.forDatabase(given.rows, List.of()), plan);
  }

  @Property
  void everyDatabaseCanGoBackToNothing(@ForAll("squashes") Squash given) {
    Plan plan = given.graph.downgrade(given.rows, "base");

    assertThat(plan.rowsAfter()).isEmpty();
    assertThat(given.graph.applied(given.rows)).containsExactlyInAnyOrderElementsOf(steps(plan));
  }
}
