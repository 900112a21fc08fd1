package dev.migrations.engine;

import dev.migrations.operation.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A unit of a step.
 *
 * @param index its place, from 0
 * @param undo what takes the step back from any of its units; {@code null} for a downgrade
 */
record StepUnit(Step step, int index, Unit unit, @Nullable Undo undo) {

  String checksum() {
    return UnitChecksum.of(unit);
  }

  /** SQL that takes the step back while this unit is under way, if there is any. */
  @Nullable String undoWhenBegun() {
    return undo == null ? null : undo.sql(index, true);
  }

  /** SQL that takes the step back when this unit is done, if there is any. */
  @Nullable String undoWhenDone() {
    return undo == null ? null : undo.sql(index + 1, false);
  }
}
