package dev.migrations.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects every reason why a revision cannot stand for the range that it replaces. */
final class ReplacementCheck {

  private final List<RevisionNode> nodes;
  private final Map<String, RevisionNode> byId;
  private final List<Replacement> replacements;
  private final Map<String, String> standIns = new HashMap<>();
  private final List<GraphFault> faults = new ArrayList<>();

  ReplacementCheck(
      List<RevisionNode> nodes,
      Map<String, RevisionNode> byId,
      List<Replacement> replacements,
      List<Replacement> outer) {
    this.nodes = nodes;
    this.byId = byId;
    this.replacements = replacements;
    outer.forEach(each -> each.ends().forEach(end -> standIns.put(end, each.id())));
  }

  List<GraphFault> faults() {
    replacedTwice();
    for (Replacement each : replacements) {
      if (each.has(each.id())) {
        faults.add(new GraphFault.ReplacesItself(each.node()));
      } else {
        otherEnds(each);
        otherBeginning(each);
        namedFromOutside(each);
      }
    }
    return faults;
  }

  /** A replacement that is replaced itself may name what it replaces again, for when it is gone. */
  private void replacedTwice() {
    Map<String, List<Replacement>> by = new LinkedHashMap<>();
    for (Replacement each : replacements) {
      new LinkedHashSet<>(each.node().replaces())
          .forEach(id -> by.computeIfAbsent(id, member -> new ArrayList<>()).add(each));
    }
    Map<List<RevisionNode>, List<String>> twice = new LinkedHashMap<>();
    by.forEach(
        (id, several) -> {
          List<RevisionNode> outermost =
              several.stream()
                  .filter(each -> several.stream().noneMatch(other -> other.has(each.id())))
                  .map(Replacement::node)
                  .toList();
          if (outermost.size() > 1) {
            twice.computeIfAbsent(outermost, nodes -> new ArrayList<>()).add(id);
          }
        });
    twice.forEach((revisions, ids) -> faults.add(new GraphFault.ReplacedTwice(ids, revisions)));
  }

  /** Members that the end of the range does not require. */
  private void otherEnds(Replacement range) {
    if (!byId.containsKey(range.end())) {
      return;
    }
    Set<String> reached = new HashSet<>(Set.of(range.end()));
    List<String> open = List.of(range.end());
    while (!open.isEmpty()) {
      open =
          open.stream()
              .map(byId::get)
              .filter(Objects::nonNull)
              .flatMap(node -> requirements(node).stream())
              .map(name -> member(name, range))
              .filter(Objects::nonNull)
              .filter(reached::add)
              .toList();
    }
    List<RevisionNode> loose =
        range.node().replaces().stream()
            .filter(id -> !reached.contains(id))
            .distinct()
            .map(byId::get)
            .filter(Objects::nonNull)
            .toList();
    boolean gapless = range.node().replaces().stream().allMatch(byId::containsKey);
    if (!loose.isEmpty() && gapless) {
      faults.add(new GraphFault.RangeWithOtherEnds(range.node(), range.end(), loose));
    }
  }

  /** A range and what replaces it must require the same. */
  private void otherBeginning(Replacement range) {
    Set<String> down = new LinkedHashSet<>();
    Set<String> dependencies = new LinkedHashSet<>();
    boolean complete = true;
    for (String id : range.node().replaces()) {
      RevisionNode member = byId.get(id);
      if (member == null) {
        complete = false;
      } else {
        outside(member.downRevisions(), range).forEach(down::add);
        outside(member.dependsOn(), range).forEach(dependencies::add);
      }
    }
    Set<String> ownDown = new LinkedHashSet<>(outside(range.node().downRevisions(), range));
    Set<String> ownDependencies = new LinkedHashSet<>(outside(range.node().dependsOn(), range));
    boolean same =
        complete
            ? ownDown.equals(down) && ownDependencies.equals(dependencies)
            : ownDown.containsAll(down) && ownDependencies.containsAll(dependencies);
    if (!same) {
      faults.add(
          new GraphFault.RangeBeginsElsewhere(
              range.node(), List.copyOf(down), List.copyOf(dependencies)));
    }
  }

  private List<String> outside(List<String> requirements, Replacement range) {
    return requirements.stream()
        .filter(name -> member(name, range) == null)
        .map(name -> standIns.getOrDefault(name, name))
        .toList();
  }

  /** The member that a requirement leads to, by its id or by a label. */
  private @Nullable String member(String name, Replacement range) {
    if (range.has(name)) {
      return range.members().get(name);
    }
    return byId.containsKey(name)
        ? null
        : range.node().replaces().stream()
            .filter(id -> byId.containsKey(id) && byId.get(id).branchLabels().contains(name))
            .findFirst()
            .orElse(null);
  }

  /** Whoever has applied the replacement has applied the end of the range, not its middle. */
  private void namedFromOutside(Replacement range) {
    for (RevisionNode node : nodes) {
      if (range.has(node.id())) {
        continue;
      }
      for (String name : requirements(node)) {
        if (range.isInside(name)) {
          faults.add(new GraphFault.RangeNamedInside(node, name, range.node(), range.end()));
        }
      }
    }
  }

  private static List<String> requirements(RevisionNode node) {
    List<String> names = new ArrayList<>(node.downRevisions());
    names.addAll(node.dependsOn());
    return names;
  }
}
