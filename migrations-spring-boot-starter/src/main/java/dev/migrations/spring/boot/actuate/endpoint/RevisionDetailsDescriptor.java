package dev.migrations.spring.boot.actuate.endpoint;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsOverview;
import dev.migrations.engine.MigrationsStatus;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.RevisionNode;
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
      Migrations migrations,
      RevisionNode node,
      RevisionState state,
      List<HistoryDescriptor> history,
      @Nullable String error) {
    this.node = node;
    this.message = migrations.scripts().script(node.id()).message();
    this.children = children(migrations.scripts().graph(), node.id());
    this.state = state;
    this.history = history;
    this.error = error;
  }

  static RevisionDetailsDescriptor of(Migrations migrations, String id) {
    RevisionGraph graph = migrations.scripts().graph();
    RevisionNode node = graph.revision(id);
    try {
      MigrationsOverview overview = migrations.overview();
      return new RevisionDetailsDescriptor(
          migrations,
          node,
          state(graph, overview.status(), id),
          HistoryDescriptor.of(
              overview.history().stream().filter(entry -> entry.revision().equals(id)).toList()),
          null);
    } catch (RuntimeException ex) {
      return new RevisionDetailsDescriptor(
          migrations, node, RevisionState.UNKNOWN, List.of(), StatusFailure.report(ex));
    }
  }

  private static RevisionState state(RevisionGraph graph, MigrationsStatus status, String id) {
    if (status.underWay().stream().anyMatch(revision -> revision.revision().equals(id))) {
      return RevisionState.UNDER_WAY;
    }
    List<String> known = status.current().stream().filter(graph::contains).toList();
    return graph.applied(known).contains(id) ? RevisionState.APPLIED : RevisionState.PENDING;
  }

  private static List<String> children(RevisionGraph graph, String id) {
    return graph.revisions().stream()
        .filter(revision -> revision.downRevisions().contains(id))
        .map(RevisionNode::id)
        .toList();
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
