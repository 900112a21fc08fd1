package dev.migrations.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Graphs with several bases, branches, merges, dependencies and labels, in any load order. */
final class RandomGraphs {

  private static final int MAX_REVISIONS = 25;

  private RandomGraphs() {}

  /** One revision; positions count from the revision backwards, and wrap. */
  private record Draft(
      List<Integer> parents, List<Integer> dependencies, boolean labelled, int loadOrder) {}

  static Arbitrary<List<RevisionNode>> revisions() {
    return drafts().list().ofMinSize(1).ofMaxSize(MAX_REVISIONS).map(RandomGraphs::nodes);
  }

  private static Arbitrary<Draft> drafts() {
    Arbitrary<Integer> back = Arbitraries.integers().between(0, MAX_REVISIONS);
    Arbitrary<Integer> near = Arbitraries.integers().between(0, 3);
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(1, near.list().ofSize(0)),
                Tuple.of(8, near.list().ofSize(1)),
                Tuple.of(3, near.list().ofSize(2)),
                Tuple.of(1, back.list().ofSize(3))),
            back.list().ofMaxSize(2),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers())
        .as(
            (parents, dependencies, depends, label, loadOrder) ->
                new Draft(parents, depends == 0 ? dependencies : List.of(), label == 0, loadOrder));
  }

  private static List<RevisionNode> nodes(List<Draft> drafts) {
    List<RevisionNode> nodes = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      int position = i;
      Draft draft = drafts.get(i);
      List<String> down =
          i == 0
              ? List.of()
              : draft.parents.stream().map(back -> id(position - 1 - back % position)).toList();
      List<String> dependsOn =
          i == 0
              ? List.of()
              : draft.dependencies.stream()
                  .map(back -> position - 1 - back % position)
                  .map(on -> drafts.get(on).labelled && on % 2 == 0 ? label(on) : id(on))
                  .toList();
      List<String> labels = draft.labelled ? List.of(label(i)) : List.of();
      nodes.add(new RevisionNode(id(i), down, dependsOn, labels, id(i) + ".sql"));
    }
    return byLoadOrder(nodes, drafts);
  }

  private static List<RevisionNode> byLoadOrder(List<RevisionNode> nodes, List<Draft> drafts) {
    return nodes.stream()
        .sorted(Comparator.comparingInt(node -> drafts.get(number(node)).loadOrder))
        .toList();
  }

  private static String id(int number) {
    return "r%04d".formatted(number);
  }

  private static String label(int number) {
    return "line" + number;
  }

  private static int number(RevisionNode node) {
    return Integer.parseInt(node.id().substring(1));
  }
}
