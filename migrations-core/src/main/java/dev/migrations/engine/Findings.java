package dev.migrations.engine;

import dev.migrations.engine.Finding.Kind;
import dev.migrations.graph.PlanStep;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Collects all that does not fit between a database and the revisions of the application. */
final class Findings {

  private final RevisionScripts scripts;
  private final RevisionGraph graph;
  private final Connection connection;
  private final DatabaseState state;
  private final List<String> known;
  private final List<Finding> found = new ArrayList<>();

  Findings(RevisionScripts scripts, Connection connection, DatabaseState state) {
    this.scripts = scripts;
    this.graph = state.graph(scripts);
    this.connection = connection;
    this.state = state;
    this.known = graph.knownRows(state.rows());
  }

  List<Finding> all() throws SQLException {
    unknownRevisions();
    revisionsUnderWay();
    editedRevisions();
    severalHeads();
    notAtHead();
    return List.copyOf(found);
  }

  private void unknownRevisions() {
    graph
        .unknownRows(state.rows())
        .forEach(row -> add(Kind.UNKNOWN_REVISION, List.of(row), StatusText.unknown(row)));
  }

  private void revisionsUnderWay() {
    for (RevisionUnderWay stopped : state.underWay()) {
      add(Kind.REVISION_UNDER_WAY, List.of(stopped.revision()), StatusText.halfDone(stopped));
    }
  }

  private void editedRevisions() throws SQLException {
    for (RevisionScript script :
        new EditedRevisions(scripts, Reaction.IGNORE).of(connection, state, known)) {
      String id = script.node().id();
      add(
          Kind.EDITED_REVISION,
          List.of(id),
          "Revision %s (%s) in %s was edited after being applied."
              .formatted(id, script.message(), script.node().origin()));
    }
  }

  private void severalHeads() {
    List<String> heads = graph.heads();
    if (heads.size() > 1) {
      add(
          Kind.SEVERAL_HEADS,
          heads,
          "There are %d heads: %s.".formatted(heads.size(), String.join(", ", heads)));
    }
  }

  private void notAtHead() {
    List<String> pending =
        graph.upgrade(known, "heads").steps().stream().map(PlanStep::revision).toList();
    if (!pending.isEmpty()) {
      add(Kind.NOT_AT_HEAD, pending, StatusText.pending(pending));
    }
  }

  private void add(Kind kind, List<String> revisions, String text) {
    found.add(new Finding(kind, revisions, text));
  }
}
