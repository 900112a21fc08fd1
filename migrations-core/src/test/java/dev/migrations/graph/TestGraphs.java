package dev.migrations.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Graphs written down as lines of text, in load order: {@code id down a b needs c label d replaces
 * e}.
 */
final class TestGraphs {

  private TestGraphs() {}

  static RevisionGraph graph(String... lines) {
    return RevisionGraph.of(revisions(lines));
  }

  static List<RevisionNode> revisions(String... lines) {
    return Stream.of(lines).map(TestGraphs::revision).toList();
  }

  static RevisionNode revision(String line) {
    Map<String, List<String>> parts =
        Map.of(
            "down", new ArrayList<>(),
            "needs", new ArrayList<>(),
            "label", new ArrayList<>(),
            "replaces", new ArrayList<>());
    String[] words = line.split(" ");
    List<String> part = new ArrayList<>();
    for (String word : words) {
      if (parts.containsKey(word)) {
        part = parts.get(word);
      } else {
        part.add(word);
      }
    }
    return new RevisionNode(
        words[0],
        parts.get("down"),
        parts.get("needs"),
        parts.get("label"),
        parts.get("replaces"),
        words[0] + ".sql");
  }

  static List<String> steps(Plan plan) {
    return plan.steps().stream().map(PlanStep::revision).toList();
  }
}
