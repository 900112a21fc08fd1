package dev.migrations.command;

import dev.migrations.graph.RevisionGraph;
import dev.migrations.graph.Target;
import dev.migrations.graph.TargetRange;
import dev.migrations.script.RevisionScripts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commands that need no database: listings of the revisions themselves.
 *
 * @since 0.1.0
 */
public final class GraphCommands {

  private final RevisionGraph graph;
  private final Entries entries;

  /** The commands on these revisions. */
  public GraphCommands(RevisionScripts scripts) {
    this.graph = scripts.graph();
    this.entries = new Entries(scripts);
  }

  /** Revisions without a child, in load order. */
  public List<RevisionEntry> heads() {
    return entries.of(graph.heads());
  }

  /** Revisions with several children, in load order. */
  public List<BranchPoint> branches() {
    return graph.branchPoints().stream()
        .map(id -> new BranchPoint(entries.of(id), entries.of(graph.children(id))))
        .toList();
  }

  /**
   * Revisions, newest first: the reverse of the order in which an upgrade applies them.
   *
   * @param range {@code from:to}, {@code from:} or {@code :to}, both ends included; {@code null}
   *     for all
   * @throws AuthoringException when the range counts from {@code current}
   */
  public List<RevisionEntry> history(@Nullable String range) {
    TargetRange parsed = range == null ? new TargetRange(null, null) : TargetRange.parse(range);
    if (parsed.needsCurrent()) {
      throw needsDatabase(String.valueOf(range));
    }
    return entries.of(parsed);
  }

  /**
   * The revisions that the targets stand for, in that order, each once.
   *
   * @throws AuthoringException when a target counts from {@code current}
   */
  public List<RevisionEntry> show(List<String> targets) {
    return entries.ofTargets(targets.stream().map(GraphCommands::withoutDatabase).toList());
  }

  /** The revisions that a target stands for, whatever a database has applied. */
  static List<String> resolve(RevisionGraph graph, String text) {
    return graph.resolve(List.of(), withoutDatabase(text));
  }

  private static Target withoutDatabase(String text) {
    Target target = Target.parse(text);
    if (target.needsCurrent()) {
      throw needsDatabase(text);
    }
    return target;
  }

  private static AuthoringException needsDatabase(String text) {
    return new AuthoringException(
        "'" + text + "' counts from what a database has applied, and none is asked here.",
        "Name a revision, a branch label, label@head, or a distance from one: head-1.");
  }
}
