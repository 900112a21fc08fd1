package dev.migrations.spring.boot.cli;

import dev.migrations.command.RevisionEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Children before parents, and a line of revisions to its end before the next one, so that a
 * drawing has few lanes.
 */
final class LineByLine {

  private LineByLine() {}

  static List<RevisionEntry> order(List<RevisionEntry> revisions) {
    Map<String, RevisionEntry> byId = new LinkedHashMap<>();
    Map<String, Integer> childrenToCome = new HashMap<>();
    for (RevisionEntry revision : revisions) {
      byId.put(revision.id(), revision);
      revision.parents().forEach(parent -> childrenToCome.merge(parent, 1, Integer::sum));
    }
    Deque<RevisionEntry> next = new ArrayDeque<>();
    revisions.stream()
        .filter(revision -> !childrenToCome.containsKey(revision.id()))
        .forEach(next::addLast);
    List<RevisionEntry> ordered = new ArrayList<>();
    while (!next.isEmpty()) {
      RevisionEntry revision = next.removeFirst();
      ordered.add(revision);
      List<String> parents = revision.parents();
      for (int i = 0; i < parents.size(); i++) {
        RevisionEntry parent = byId.get(parents.get(i));
        if (childrenToCome.merge(parents.get(i), -1, Integer::sum) == 0 && parent != null) {
          next.addFirst(parent);
        }
      }
    }
    return ordered;
  }
}
