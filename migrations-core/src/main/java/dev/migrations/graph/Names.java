package dev.migrations.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From ids and labels to the positions of revisions in load order. */
final class Names {

  private final Map<String, Integer> byId = new LinkedHashMap<>();
  private final Map<String, Integer> byLabel = new LinkedHashMap<>();
  private final Map<String, Integer> all = new HashMap<>();

  /** Where a name is taken twice, the first one in load order counts. */
  Names(List<RevisionNode> nodes) {
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
