package dev.migrations.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Follows the version rows through the steps of a plan. A row is an applied revision that nothing
 * applied requires, so counting the applied dependents of each revision is enough.
 */
final class RowMoves {

  private final List<RevisionNode> nodes;
  private final Edges edges;
  private final CurrentState state;
  private final List<String> before;
  private final TreeSet<String> rows;
  private final int[] appliedDependents;
  private final List<PlanStep> steps = new ArrayList<>();

  /** Rows of the database that another row implies; the first step clears them away. */
  private final TreeSet<String> implied;

  RowMoves(List<RevisionNode> nodes, Edges edges, CurrentState state) {
    this.nodes = nodes;
    this.edges = edges;
    this.before = state.given;
    this.rows = new TreeSet<>(before);
    this.appliedDependents = state.appliedDependents.clone();
    this.implied = new TreeSet<>(before);
    this.state = state;
    state.rows.stream().forEach(row -> implied.remove(rowName(row)));
  }

  void apply(int revision) {
    List<String> removed = new ArrayList<>();
    for (int required : edges.requires[revision]) {
      if (appliedDependents[required]++ == 0) {
        removed.add(rowName(required));
      }
    }
    step(Direction.UPGRADE, revision, removed, List.of(id(revision)));
  }

  void takeBack(int revision) {
    List<String> added = new ArrayList<>();
    for (int required : edges.requires[revision]) {
      if (--appliedDependents[required] == 0) {
        added.add(id(required));
      }
    }
    step(Direction.DOWNGRADE, revision, List.of(rowName(revision)), added);
  }

  void takeBackHalfDone(int revision) {
    steps.add(new PlanStep(Direction.DOWNGRADE, id(revision), List.of(), List.of()));
  }

  private void step(
      Direction direction, int revision, List<String> removedRows, List<String> addedRows) {
    TreeSet<String> removed = new TreeSet<>(removedRows);
    TreeSet<String> added = new TreeSet<>(addedRows);
    if (!implied.isEmpty()) {
      removed.addAll(implied);
      removed.removeAll(addedRows);
      added.removeAll(implied);
      implied.clear();
    }
    removed.forEach(rows::remove);
    rows.addAll(added);
    steps.add(new PlanStep(direction, id(revision), List.copyOf(removed), List.copyOf(added)));
  }

  Plan plan(Direction direction) {
    return new Plan(direction, before, List.copyOf(rows), steps);
  }

  private String rowName(int revision) {
    return state.rowName(revision, id(revision));
  }

  private String id(int revision) {
    return nodes.get(revision).id();
  }
}
