package dev.migrations.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From ids and labels to the positions of revisions in load order. */
final class Names {

  private final Map<String, Integer> byId = new LinkedHashMap<>();
  private final Map<String, Integer> byLabel = new LinkedHashMap<>();
  private final Map<String, Integer> all = new HashMap<>();

  /** Ids that do not count, each with the one that counts in its place. */
  private final Map<String, String> standIns;

  /** Ids inside of ranges, each with the revision that replaces the range. */
  private final Map<String, String> replaced;

  /** Where a name is taken twice, the first one in load order counts. */
  Names(Shape shape) {
    List<RevisionNode> nodes = shape.nodes();
    standIns = shape.standIns();
    replaced = shape.replaced();
    for (int i = 0; i < nodes.size(); i++) {
      byId.putIfAbsent(nodes.get(i).id(), i);
      for (String label : nodes.get(i).branchLabels()) {
        byLabel.putIfAbsent(label, i);
      }
    }
    all.putAll(byLabel);
    all.putAll(byId);
  }

  /** The revision with exactly this id. */
  @Nullable Integer id(String id) {
    return byId.get(id);
  }

  /** The revision that has this id or gives this label. */
  @Nullable Integer idOrLabel(String name) {
    return all.get(name);
  }

  /** The revision that a version row stands for: the one with this id or the one in its place. */
  @Nullable Integer row(String id) {
    Integer own = byId.get(id);
    return own == null ? byId.get(standIns.getOrDefault(id, id)) : own;
  }

  /** The revision that a typed id or label means, also when another one counts in its place. */
  @Nullable Integer typed(String name) {
    Integer own = all.get(name);
    return own == null ? byId.get(standIns.getOrDefault(name, name)) : own;
  }

  /** The id of the revision that replaces the range which this id is inside of. */
  @Nullable String replacementOf(String id) {
    return replaced.get(id);
  }

  /** The ids that do not count and begin so. */
  List<String> notCounting(String beginning) {
    return Stream.concat(standIns.keySet().stream(), replaced.keySet().stream())
        .filter(id -> id.startsWith(beginning))
        .sorted()
        .toList();
  }

  Set<String> ids() {
    return byId.keySet();
  }

  Set<String> labels() {
    return byLabel.keySet();
  }

  List<String> near(String typed) {
    return NearNames.of(typed, all.keySet().stream().sorted().toList());
  }
}
