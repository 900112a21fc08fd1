package dev.migrations.command;

import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.RevisionNode;
import dev.migrations.graph.TargetRange;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Revisions that one revision is to replace.
 *
 * @param graph the graph that they are in
 * @param scripts the revisions, in the order in which an upgrade applies them
 */
record SquashedRange(RevisionGraph graph, List<RevisionScript> scripts) {

  static SquashedRange of(RevisionScripts scripts, String text) {
    TargetRange range = TargetRange.parse(text);
    if (range.needsCurrent()) {
      throw new AuthoringException(
          "The range '" + text + "' counts from what a database has applied, and none is asked.",
          "Name both ends: from:to, such as ae10:c1f2.");
    }
    RevisionGraph graph = scripts.graph();
    List<String> ids = new ArrayList<>(graph.range(List.of(), range));
    Collections.reverse(ids);
    return new SquashedRange(graph, ids.stream().map(scripts::script).toList());
  }

  /** The place in the graph of what replaces them: where they begin, with all of their labels. */
  RevisionNode replacement(String id, String origin) {
    List<RevisionNode> nodes =
        scripts.stream().map(script -> graph.revision(script.node().id())).toList();
    List<String> ids = nodes.stream().map(RevisionNode::id).toList();
    List<String> labels = distinct(nodes, RevisionNode::branchLabels, Set.of());
    Set<String> inside = nodes.stream().map(RevisionNode::id).collect(Collectors.toSet());
    inside.addAll(labels);
    return new RevisionNode(
        id,
        distinct(nodes, RevisionNode::downRevisions, inside),
        distinct(nodes, RevisionNode::dependsOn, inside),
        labels,
        ids,
        origin);
  }

  private static List<String> distinct(
      List<RevisionNode> nodes, Function<RevisionNode, List<String>> part, Set<String> without) {
    return nodes.stream()
        .flatMap(node -> part.apply(node).stream())
        .filter(name -> !without.contains(name))
        .distinct()
        .toList();
  }
}
