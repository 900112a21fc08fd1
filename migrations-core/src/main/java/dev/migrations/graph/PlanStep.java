package dev.migrations.graph;

import java.util.List;
import java.util.TreeSet;

/**
 * One revision of a plan, and how it moves the version rows. The rows before a step are those of
 * the plan's start after the moves of the steps in front of it.
 *
 * @param direction whether the revision is applied or taken back
 * @param revision the revision's id
 * @param rowsRemoved the version rows that this step deletes, sorted
 * @param rowsAdded the version rows that this step inserts, sorted
 * @since 0.1.0
 */
public record PlanStep(
    Direction direction, String revision, List<String> rowsRemoved, List<String> rowsAdded) {

  public PlanStep {
    rowsRemoved = List.copyOf(rowsRemoved);
    rowsAdded = List.copyOf(rowsAdded);
  }

  /**
   * Whether the revision is not applied but half done, and what is done of it is taken back: the
   * version rows stay as they are.
   */
  public boolean isOfHalfDone() {
    return rowsRemoved.isEmpty() && rowsAdded.isEmpty();
  }

  /**
   * The version rows after this step.
   *
   * @param rowsBefore the version rows before it, in any order
   * @return the rows after it, sorted
   */
  public List<String> rowsAfter(List<String> rowsBefore) {
    TreeSet<String> rows = new TreeSet<>(rowsBefore);
    rowsRemoved.forEach(rows::remove);
    rows.addAll(rowsAdded);
    return List.copyOf(rows);
  }
}
