package dev.migrations.graph;

import dev.migrations.error.OneLine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Collects every fault of a graph. */
final class GraphCheck {

  private static final int MAX_FAULTS_WITH_NAMES = 20;

  /** An index of PostgreSQL takes some 2,700 bytes, and a character may have four. */
  private static final int LONGEST_NAME = 255;

  private final List<RevisionNode> nodes;
  private final Names names;
  private final Edges edges;
  private final List<GraphFault> faults = new ArrayList<>();

  private GraphCheck(List<RevisionNode> nodes, Names names, Edges edges) {
    this.nodes = nodes;
    this.names = names;
    this.edges = edges;
  }

  static List<GraphFault> faults(List<RevisionNode> nodes, Names names, Edges edges) {
    GraphCheck check = new GraphCheck(nodes, names, edges);
    check.illegalNames();
    check.duplicateIds();
    check.labels();
    check.missing();
    check.cycles();
    return check.faults;
  }

  private void illegalNames() {
    for (RevisionNode node : nodes) {
      String wrongId = illegal(node.id());
      if (wrongId != null) {
        faults.add(new GraphFault.IllegalId(node, wrongId));
      }
      for (String label : node.branchLabels()) {
        String wrongLabel = illegal(label);
        if (wrongLabel != null) {
          faults.add(new GraphFault.IllegalLabel(node, label, wrongLabel));
        }
      }
    }
  }

  private static @Nullable String illegal(String name) {
    if (name.isEmpty()) {
      return "it is empty";
    }
    if (Point.of(name) instanceof Point.Keyword) {
      return "'" + name + "' has a meaning of its own in targets";
    }
    if (name.length() > LONGEST_NAME) {
      return "it has %s characters, and may have %s".formatted(name.length(), LONGEST_NAME);
    }
    return name.codePoints()
        .filter(GraphCheck::isIllegal)
        .mapToObj(
            character ->
                Character.isWhitespace(character) || Character.isSpaceChar(character)
                    ? "it contains white space"
                    : "it contains "
                        + Objects.requireNonNullElse(
                            OneLine.obstacle(Character.toString(character)),
                            Character.toString(character)))
        .findFirst()
        .orElse(null);
  }

  private static boolean isIllegal(int character) {
    if (character > ' ' && character <= '~') {
      return "@-+:".indexOf(character) >= 0;
    }
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || OneLine.obstacle(Character.toString(character)) != null;
  }

  private void duplicateIds() {
    Map<String, List<String>> origins = new LinkedHashMap<>();
    for (RevisionNode node : nodes) {
      origins.computeIfAbsent(node.id(), id -> new ArrayList<>()).add(node.origin());
    }
    origins.forEach(
        (id, places) -> {
          if (places.size() > 1) {
            faults.add(new GraphFault.DuplicateId(id, places));
          }
        });
  }

  private void labels() {
    Map<String, Map<String, RevisionNode>> givers = new LinkedHashMap<>();
    for (RevisionNode node : nodes) {
      for (String label : node.branchLabels()) {
        givers.computeIfAbsent(label, name -> new LinkedHashMap<>()).putIfAbsent(node.id(), node);
      }
    }
    givers.forEach(
        (label, revisions) -> {
          if (revisions.size() > 1) {
            faults.add(new GraphFault.LabelTaken(label, List.copyOf(revisions.values())));
          }
          Integer identified = names.id(label);
          if (identified != null) {
            RevisionNode owner = nodes.get(identified);
            revisions
                .values()
                .forEach(giver -> faults.add(new GraphFault.LabelEqualsId(giver, owner)));
          }
        });
  }

  private void missing() {
    for (RevisionNode node : nodes) {
      for (String parent : node.downRevisions()) {
        if (names.id(parent) == null && names.replacementOf(parent) == null) {
          List<String> near = offersNames() ? NearNames.of(parent, names.ids()) : List.of();
          faults.add(new GraphFault.MissingParent(node, parent, near));
        }
      }
      for (String dependency : node.dependsOn()) {
        if (names.idOrLabel(dependency) == null && names.replacementOf(dependency) == null) {
          List<String> near = offersNames() ? names.near(dependency) : List.of();
          faults.add(new GraphFault.MissingDependency(node, dependency, near));
        }
      }
    }
  }

  /** Looking for near names reads the whole graph, so not for thousands of faults. */
  private boolean offersNames() {
    return faults.size() < MAX_FAULTS_WITH_NAMES;
  }

  private void cycles() {
    for (int i = 0; i < edges.size(); i++) {
      if (contains(edges.requires[i], i)) {
        cycle(List.of(i), Reach.of(i));
      }
    }
    for (BitSet component : Cycles.of(edges.requires)) {
      cycle(Cycles.wayRound(component, edges.requires), component);
    }
  }

  private void cycle(List<Integer> way, BitSet component) {
    boolean throughDependency =
        IntStream.range(0, way.size())
            .anyMatch(i -> !contains(edges.parents[way.get(i)], way.get((i + 1) % way.size())));
    faults.add(
        new GraphFault.Cycle(
            way.stream().map(nodes::get).toList(),
            component.stream().mapToObj(nodes::get).toList(),
            throughDependency));
  }

  private static boolean contains(int[] positions, int position) {
    for (int each : positions) {
      if (each == position) {
        return true;
      }
    }
    return false;
  }
}
