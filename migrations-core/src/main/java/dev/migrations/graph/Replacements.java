package dev.migrations.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides between ranges of revisions and the revisions that replace them. A database that stands
 * in the middle of a range goes on with it; for every other one only the revision in its place
 * counts.
 */
final class Replacements {

  private final List<RevisionNode> nodes;
  private final Map<String, RevisionNode> byId = new HashMap<>();
  private final List<Replacement> all = new ArrayList<>();

  Replacements(List<RevisionNode> nodes) {
    this.nodes = nodes;
    if (nodes.stream().allMatch(node -> node.replaces().isEmpty())) {
      return;
    }
    nodes.forEach(node -> byId.putIfAbsent(node.id(), node));
    nodes.stream()
        .filter(node -> !node.replaces().isEmpty())
        .map(node -> Replacement.of(node, byId))
        .forEach(all::add);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<GraphFault> faults() {
    return isEmpty() ? List.of() : new ReplacementCheck(nodes, byId, all, outer(Set.of())).faults();
  }

  /** The ids of the revisions of which every range can be run in their place. */
  Set<String> expandable() {
    return expandedFrom(Set.of(), each -> true);
  }

  /**
   * The ids of the revisions whose range is under way.
   *
   * @param expanded those of which that is known
   * @param rows version rows
   * @param started revisions that are half done
   */
  Set<String> underWay(Set<String> expanded, Collection<String> rows, Collection<String> started) {
    return expandedFrom(
        expanded,
        each -> rows.stream().anyMatch(each::isInside) || started.stream().anyMatch(each::has));
  }

  /** Within an expanded range there may be revisions that replace others. */
  private Set<String> expandedFrom(Set<String> start, Predicate<Replacement> wanted) {
    Set<String> expanded = new HashSet<>(start);
    boolean found = !isEmpty();
    while (found) {
      found =
          expanded.addAll(
              outer(expanded).stream()
                  .filter(this::isExpandable)
                  .filter(wanted)
                  .map(Replacement::id)
                  .toList());
    }
    return expanded;
  }

  private boolean isExpandable(Replacement replacement) {
    return replacement.node().replaces().stream().allMatch(byId::containsKey);
  }

  /** Those that count, but for the expanded ones: no other one that counts replaces them. */
  private List<Replacement> outer(Set<String> expanded) {
    List<Replacement> closed =
        all.stream().filter(each -> !expanded.contains(each.id()) && !each.has(each.id())).toList();
    return closed.stream()
        .filter(each -> closed.stream().noneMatch(other -> other.has(each.id())))
        .toList();
  }

  /**
   * @param expanded the ids of the revisions of which the range counts
   */
  Shape shape(Set<String> expanded) {
    if (isEmpty()) {
      return new Shape(nodes, Map.of(), Map.of());
    }
    Map<String, String> standIns = new LinkedHashMap<>();
    Map<String, String> replaced = new LinkedHashMap<>();
    for (Replacement each : outer(expanded)) {
      each.members().keySet().forEach(id -> replaced.putIfAbsent(id, each.id()));
      each.ends().forEach(id -> standIns.putIfAbsent(id, each.id()));
    }
    replaced.keySet().removeAll(standIns.keySet());
    for (Replacement each : all) {
      if (expanded.contains(each.id())) {
        standIns.put(each.id(), visibleEnd(each, standIns, expanded));
      }
    }
    List<RevisionNode> counting =
        nodes.stream()
            .filter(node -> !standIns.containsKey(node.id()) && !replaced.containsKey(node.id()))
            .map(node -> naming(node, standIns))
            .toList();
    return new Shape(counting, standIns, replaced);
  }

  private String visibleEnd(
      Replacement expandedOne, Map<String, String> standIns, Set<String> expanded) {
    String end = expandedOne.end();
    while (expanded.contains(end)) {
      String outer = end;
      end =
          all.stream()
              .filter(each -> each.id().equals(outer))
              .findFirst()
              .map(Replacement::end)
              .orElseThrow();
    }
    return standIns.getOrDefault(end, end);
  }

  private static RevisionNode naming(RevisionNode node, Map<String, String> standIns) {
    boolean named =
        node.downRevisions().stream().anyMatch(standIns::containsKey)
            || node.dependsOn().stream().anyMatch(standIns::containsKey);
    return named
        ? new RevisionNode(
            node.id(),
            visible(node.downRevisions(), standIns),
            visible(node.dependsOn(), standIns),
            node.branchLabels(),
            node.replaces(),
            node.origin())
        : node;
  }

  private static List<String> visible(List<String> ids, Map<String, String> standIns) {
    return ids.stream().map(id -> standIns.getOrDefault(id, id)).distinct().toList();
  }
}
