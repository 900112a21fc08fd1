package dev.migrations.spring.boot.actuate.endpoint;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsOverview;
import dev.migrations.engine.MigrationsStatus;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.RevisionNode;
import dev.migrations.script.RevisionScript;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * One revision: its place in the graph, and what happened to it on the database.
 *
 * @since 0.1.0
 */
public final class RevisionDetailsDescriptor implements OperationResponseBody {

  private final RevisionNode node;
  private final String message;
  private final List<String> children;
  private final RevisionState state;
  private final List<HistoryDescriptor> history;
  private final @Nullable String error;

  private RevisionDetailsDescriptor(
      RevisionScript script,
      RevisionGraph graph,
      RevisionState state,
      List<HistoryDescriptor> history,
      @Nullable String error) {
    String id = script.node().id();
    this.node = script.node();
    this.message = script.message();
    this.children = graph.contains(id) ? graph.children(id) : List.of();
    this.state = state;
    this.history = history;
    this.error = error;
  }

  static RevisionDetailsDescriptor of(Migrations migrations, String id) {
    RevisionScript script = migrations.scripts().script(id);
    RevisionGraph graph = migrations.scripts().graph();
    try {
      MigrationsOverview overview = migrations.overview();
      MigrationsStatus status = overview.status();
      RevisionGraph planning = status.graph(migrations.scripts());
      return new RevisionDetailsDescriptor(
          script,
          planning,
          state(planning, status, id),
          HistoryDescriptor.of(
              overview.history().stream().filter(entry -> entry.revision().equals(id)).toList()),
          null);
    } catch (RuntimeException ex) {
      return new RevisionDetailsDescriptor(
          script, graph, RevisionState.UNKNOWN, List.of(), StatusFailure.report(ex));
    }
  }

  /** A revision that is replaced is applied where the one in its place is. */
  private static RevisionState state(RevisionGraph graph, MigrationsStatus status, String id) {
    if (status.underWay().stream().anyMatch(halfDone -> halfDone.revision().equals(id))) {
      return RevisionState.UNDER_WAY;
    }
    return graph.applied(graph.knownRows(status.current())).contains(graph.countingFor(id))
        ? RevisionState.APPLIED
        : RevisionState.PENDING;
  }

  /** The revision's id. */
  public String getId() {
    return node.id();
  }

  /** The revision's message. */
  public String getMessage() {
    return message;
  }

  /** The parents: none for a base, two or more for a merge. */
  public List<String> getDownRevisions() {
    return node.downRevisions();
  }

  /** Ids or branch labels of what must be applied before, but is no parent. */
  public List<String> getDependsOn() {
    return node.dependsOn();
  }

  /** The branch labels that are given at this revision. */
  public List<String> getBranchLabels() {
    return node.branchLabels();
  }

  /** The ids of the range that this revision replaces; most often none. */
  public List<String> getReplaces() {
    return node.replaces();
  }

  /** The revisions that name this one as a parent, in load order. */
  public List<String> getChildren() {
    return children;
  }

  /** Whether the database has it. */
  public RevisionState getState() {
    return state;
  }

  /** The rows of the history that are about this revision, newest first. */
  public List<HistoryDescriptor> getHistory() {
    return history;
  }

  /** Why the database could not be asked, if so. */
  public @Nullable String getError() {
    return error;
  }
}
