package dev.migrations.graph;

import java.util.List;

/**
 * What leads from the version rows of a database to a target: computed once, used by whoever runs,
 * shows or tests it.
 *
 * @param direction which way all of its steps go
 * @param rowsBefore the version rows from which it starts, sorted
 * @param rowsAfter the version rows at which it ends, sorted
 * @param steps the steps in the order in which they run; empty when the target is reached already
 * @since 0.1.0
 */
public record Plan(
    Direction direction, List<String> rowsBefore, List<String> rowsAfter, List<PlanStep> steps) {

  public Plan {
    rowsBefore = List.copyOf(rowsBefore);
    rowsAfter = List.copyOf(rowsAfter);
    steps = List.copyOf(steps);
  }

  /** Whether its first step is one of that revision. */
  public boolean beginsWith(String revision) {
    return !steps.isEmpty() && steps.get(0).revision().equals(revision);
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
