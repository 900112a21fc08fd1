package dev.migrations.graph;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A revision that stands for a range of others.
 *
 * @param node the revision
 * @param members the ids of the range; of a member that replaces others, those too. Each with the
 *     id by which {@link RevisionNode#replaces} names it: itself, or the member that replaces it
 * @param ends the ids of which each, as a version row, tells that the whole range is applied
 */
record Replacement(RevisionNode node, Map<String, String> members, Set<String> ends) {

  static Replacement of(RevisionNode node, Map<String, RevisionNode> byId) {
    Map<String, String> members = new LinkedHashMap<>();
    for (String id : node.replaces()) {
      members.put(id, id);
    }
    for (String id : node.replaces()) {
      for (String inner : inside(id, byId)) {
        members.putIfAbsent(inner, id);
      }
    }
    Set<String> ends = new LinkedHashSet<>();
    RevisionNode open = node;
    while (open != null && !open.replaces().isEmpty() && ends.add(last(open))) {
      open = byId.get(last(open));
    }
    return new Replacement(node, members, ends);
  }

  /** What a member replaces in its turn. */
  private static Set<String> inside(String member, Map<String, RevisionNode> byId) {
    Set<String> found = new LinkedHashSet<>();
    List<String> open = List.of(member);
    while (!open.isEmpty()) {
      open =
          open.stream()
              .flatMap(id -> Stream.ofNullable(byId.get(id)))
              .flatMap(node -> node.replaces().stream())
              .filter(found::add)
              .toList();
    }
    return found;
  }

  private static String last(RevisionNode node) {
    return node.replaces().get(node.replaces().size() - 1);
  }

  String id() {
    return node.id();
  }

  /** The revision at which the range ends. */
  String end() {
    return last(node);
  }

  boolean has(String id) {
    return members.containsKey(id);
  }

  /** Whether the range cannot have been left behind by who has applied this. */
  boolean isInside(String id) {
    return has(id) && !ends.contains(id);
  }
}
