package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.Target;
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
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out what a stamp sets, after everything that speaks against it. */
final class StampPlanning {

  private final RevisionScripts scripts;
  private final RevisionGraph graph;
  private final List<String> targets;
  private final boolean purge;

  StampPlanning(RevisionScripts scripts, List<String> targets, boolean purge) {
    this.scripts = scripts;
    this.graph = scripts.graph();
    this.targets = List.copyOf(targets);
    this.purge = purge;
  }

  Stamping plan(Connection connection, DatabaseState state) throws SQLException {
    RevisionGraph planning = state.graph(scripts);
    List<String> unknown = planning.unknownRows(state.rows());
    if (!unknown.isEmpty() && !purge) {
      throw UnknownRevisionInDatabaseException.stamp(
          unknown, new HistoryReader(connection, state.tables()).applied(unknown), planning);
    }
    if (!state.underWay().isEmpty()) {
      throw RevisionUnderWayException.notInPlan(state.underWay().get(0));
    }
    refuseContradictions();
    List<String> known = planning.knownRows(state.rows());
    List<String> rows = purge ? named(known) : moved(known);
    return stamping(state.rows(), unknown, known, rows, accepted(connection, state, known, rows));
  }

  /** What a stamp sets on a database with these rows and no edited revisions. */
  Stamping from(List<String> rows) {
    refuseContradictions();
    List<String> sorted = rows.stream().sorted().toList();
    return stamping(sorted, List.of(), sorted, moved(sorted), List.of());
  }

  /** A database is at several revisions at once only where none of them requires another. */
  private void refuseContradictions() {
    List<Target> absolute =
        targets.stream().map(Target::parse).filter(target -> !target.needsCurrent()).toList();
    for (Target upper : absolute) {
      List<String> rows = graph.rowsAt(upper);
      Set<String> implied = graph.applied(rows);
      for (Target lower : absolute) {
        List<String> lowerRows = graph.rowsAt(lower);
        boolean same = Set.copyOf(lowerRows).equals(Set.copyOf(rows));
        if (!same && lower.branch() == null && implied.containsAll(graph.applied(lowerRows))) {
          throw new MigrationsException(
              "A database that is at '%s' has gone past '%s'; it cannot be at both."
                  .formatted(upper, lower),
              "Name only where it stands: '%s' or '%s'.".formatted(upper, lower));
        }
      }
    }
  }

  private List<String> accepted(
      Connection connection, DatabaseState state, List<String> known, List<String> rows)
      throws SQLException {
    Set<String> before = graph.applied(known);
    return new EditedRevisions(scripts, Reaction.IGNORE)
        .of(connection, state, rows).stream()
            .map(script -> script.node().id())
            .filter(before::contains)
            .toList();
  }

  private List<String> moved(List<String> known) {
    List<String> rows = known;
    for (String target : targets) {
      rows = graph.stamp(rows, target).rowsAfter();
    }
    return rows;
  }

  private List<String> named(List<String> known) {
    List<String> rows =
        targets.stream()
            .map(Target::parse)
            .flatMap(
                target ->
                    (target.needsCurrent() ? graph.resolve(known, target) : graph.rowsAt(target))
                        .stream())
            .toList();
    return graph.rowsFor(rows).stream().sorted().toList();
  }

  private Stamping stamping(
      List<String> rowsBefore,
      List<String> unknown,
      List<String> known,
      List<String> rows,
      List<String> accepted) {
    List<String> both = Stream.concat(known.stream(), rows.stream()).toList();
    RevisionGraph spanning = graph.forDatabase(both, List.of());
    Set<String> before = spanning.applied(known);
    Set<String> after = spanning.applied(rows);
    List<String> newestFirst = spanning.range(List.of(), new TargetRange(null, null));
    List<String> removed = new ArrayList<>(unknown);
    newestFirst.stream()
        .filter(id -> before.contains(id) && !after.contains(id))
        .forEach(removed::add);
    List<String> added =
        new ArrayList<>(
            newestFirst.stream().filter(id -> after.contains(id) && !before.contains(id)).toList());
    Collections.reverse(added);
    StampReport report = new StampReport(rowsBefore, rows, added, removed, accepted);
    boolean settling = Set.copyOf(rows).equals(Set.copyOf(spanning.heads()));
    return new Stamping(
        report, scriptsOf(report), settling ? scripts.inventory() : OptionalLong.empty());
  }

  private Map<String, RevisionScript> scriptsOf(StampReport report) {
    Map<String, RevisionScript> found = new HashMap<>();
    for (List<String> ids :
        List.of(report.added(), report.removed(), report.accepted(), report.rowsAfter())) {
      ids.forEach(id -> scripts.find(id).ifPresent(script -> found.put(id, script)));
    }
    return found;
  }
}
