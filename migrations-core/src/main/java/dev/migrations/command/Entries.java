package dev.migrations.command;

import dev.migrations.engine.HistoryEntry;
import dev.migrations.engine.MigrationsOverview;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.RevisionNode;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes revisions, with what is known of the database. */
final class Entries {

  private final RevisionScripts scripts;
  private final RevisionGraph graph;
  private final Set<String> rowsAtHeads;
  private final Set<String> current;
  private final Set<String> applied;

  /**
   * @param rows the version rows, or {@code null} when the database was not asked
   */
  Entries(RevisionScripts scripts, @Nullable Collection<String> rows) {
    this.scripts = scripts;
    Collection<String> asked = rows == null ? List.of() : rows;
    this.graph = scripts.graph().forDatabase(asked, List.of());
    this.rowsAtHeads = new HashSet<>(graph.rowsAtHeads());
    List<String> known = asked.stream().map(graph::revisionOfRow).filter(Objects::nonNull).toList();
    this.current = Set.copyOf(known);
    this.applied = graph.applied(known);
  }

  List<RevisionEntry> of(List<String> ids) {
    return ids.stream().map(this::of).toList();
  }

  RevisionEntry of(String id) {
    RevisionScript script = scripts.script(id);
    RevisionNode node = graph.revision(id);
    List<String> children = graph.children(id);
    return new RevisionEntry(
        id,
        script.message(),
        node.origin(),
        node.downRevisions(),
        node.dependsOn(),
        node.replaces(),
        List.copyOf(graph.labelsOf(id)),
        children,
        markers(node, children));
  }

  private Set<Marker> markers(RevisionNode node, List<String> children) {
    Set<Marker> markers = EnumSet.noneOf(Marker.class);
    if (children.isEmpty()) {
      markers.add(rowsAtHeads.contains(node.id()) ? Marker.HEAD : Marker.EFFECTIVE_HEAD);
    }
    if (current.contains(node.id())) {
      markers.add(Marker.CURRENT);
    }
    if (applied.contains(node.id())) {
      markers.add(Marker.APPLIED);
    }
    if (children.size() > 1) {
      markers.add(Marker.BRANCH_POINT);
    }
    if (node.downRevisions().size() > 1) {
      markers.add(Marker.MERGE_POINT);
    }
    return markers;
  }

  Current current(MigrationsOverview overview) {
    Map<String, HistoryEntry> lastApplied = new HashMap<>();
    overview.history().forEach(entry -> lastApplied.putIfAbsent(entry.revision(), entry));
    List<CurrentRevision> rows =
        overview.status().current().stream()
            .map(row -> new CurrentRevision(row, ofRow(row), lastApplied.get(row)))
            .toList();
    return new Current(rows, overview.status());
  }

  private @Nullable RevisionEntry ofRow(String row) {
    String revision = graph.revisionOfRow(row);
    return revision == null ? null : of(revision);
  }
}
