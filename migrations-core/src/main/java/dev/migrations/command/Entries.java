package dev.migrations.command;

import dev.migrations.engine.HistoryEntry;
import dev.migrations.engine.MigrationsOverview;
import dev.migrations.engine.MigrationsStatus;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.RevisionNode;
import dev.migrations.graph.Target;
import dev.migrations.graph.TargetRange;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes revisions, with what is known of the database. */
final class Entries {

  private final RevisionScripts scripts;
  private final RevisionGraph graph;
  private final List<String> rows;
  private final Set<String> rowsAtHeads;
  private final Set<String> current;
  private final Set<String> applied;

  /** Of a database that was not asked. */
  Entries(RevisionScripts scripts) {
    this(scripts, scripts.graph(), List.of());
  }

  /** A row that the application does not know cannot be shown in its graph. */
  Entries(RevisionScripts scripts, MigrationsStatus status) {
    this(scripts, status.graph(scripts), status.current());
  }

  private Entries(RevisionScripts scripts, RevisionGraph graph, List<String> rowsFound) {
    this.scripts = scripts;
    this.graph = graph;
    this.rows = graph.knownRows(rowsFound);
    this.rowsAtHeads = new HashSet<>(graph.rowsAtHeads());
    this.current =
        rows.stream()
            .map(graph::revisionOfRow)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    this.applied = graph.applied(rows);
  }

  /** Newest first. */
  List<RevisionEntry> of(TargetRange range) {
    return of(graph.range(rows, range));
  }

  /** What the targets stand for, in that order, each once. */
  List<RevisionEntry> ofTargets(List<Target> targets) {
    return of(
        targets.stream()
            .flatMap(target -> graph.resolve(rows, target).stream())
            .distinct()
            .toList());
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
