package dev.migrations.engine;

import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.TargetRange;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out what a stamp sets, after everything that speaks against it. */
final class StampPlanning {

  private final RevisionScripts scripts;
  private final List<String> targets;
  private final boolean purge;

  StampPlanning(RevisionScripts scripts, List<String> targets, boolean purge) {
    this.scripts = scripts;
    this.targets = List.copyOf(targets);
    this.purge = purge;
  }

  Stamping plan(Connection connection, DatabaseState state) throws SQLException {
    RevisionGraph graph = state.graph(scripts);
    List<String> unknown =
        state.rows().stream().filter(row -> graph.revisionOfRow(row) == null).toList();
    if (!unknown.isEmpty() && !purge) {
      throw UnknownRevisionInDatabaseException.stamp(
          unknown, new HistoryReader(connection, state.tables()).applied(unknown), graph);
    }
    if (!state.underWay().isEmpty()) {
      throw RevisionUnderWayException.notInPlan(state.underWay().get(0));
    }
    List<String> known = state.rows().stream().filter(row -> !unknown.contains(row)).toList();
    List<String> rows = purge ? named(graph, known) : moved(graph, known);
    return stamping(state, unknown, known, rows);
  }

  private List<String> moved(RevisionGraph graph, List<String> known) {
    List<String> rows = known;
    for (String target : targets) {
      rows = graph.stamp(rows, target).rowsAfter();
    }
    return rows;
  }

  private List<String> named(RevisionGraph graph, List<String> known) {
    List<String> revisions =
        targets.stream().flatMap(target -> graph.resolve(known, target).stream()).toList();
    return graph.rowsFor(revisions).stream().sorted().toList();
  }

  private Stamping stamping(
      DatabaseState state, List<String> unknown, List<String> known, List<String> rows) {
    RevisionGraph graph = state.graph(scripts);
    Set<String> before = graph.applied(known);
    Set<String> after = graph.applied(rows);
    List<String> newestFirst = graph.range(List.of(), new TargetRange(null, null));
    List<String> removed = new ArrayList<>(unknown);
    newestFirst.stream()
        .filter(id -> before.contains(id) && !after.contains(id))
        .forEach(removed::add);
    List<String> added =
        new ArrayList<>(
            newestFirst.stream().filter(id -> after.contains(id) && !before.contains(id)).toList());
    Collections.reverse(added);
    List<String> accepted =
        new EditedRevisions(scripts, Reaction.IGNORE)
            .of(state, rows).stream()
                .map(script -> script.node().id())
                .filter(before::contains)
                .toList();
    StampReport report = new StampReport(state.rows(), rows, added, removed, accepted);
    return new Stamping(report, scriptsOf(report, graph));
  }

  private Map<String, RevisionScript> scriptsOf(StampReport report, RevisionGraph graph) {
    Map<String, RevisionScript> found = new HashMap<>();
    for (List<String> ids : List.of(report.added(), report.removed(), report.accepted())) {
      ids.stream().filter(graph::contains).forEach(id -> found.put(id, scripts.script(id)));
    }
    return found;
  }
}
