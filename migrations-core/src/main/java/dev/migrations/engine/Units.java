package dev.migrations.engine;

import dev.migrations.graph.Direction;
import dev.migrations.operation.Operation;
import dev.migrations.operation.Unit;
import dev.migrations.operation.UnitWriter;
import dev.migrations.operation.WrittenUnits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The units of a step, in order. */
record Units(Step step, List<Unit> all, @Nullable Undo undo) {

  static Units of(Step step, int serverVersion) {
    return of(step, step.script().operations(step.direction()), serverVersion);
  }

  /** Of a step that carries out these operations. */
  static Units of(Step step, List<Operation> operations, int serverVersion) {
    WrittenUnits written = UnitWriter.write(operations, serverVersion);
    Undo undo =
        step.direction() == Direction.UPGRADE
            ? new Undo(step.script(), written, serverVersion)
            : null;
    return new Units(step, written.units(), undo);
  }

  StepUnit at(int index) {
    return new StepUnit(step, index, all.get(index), undo);
  }

  /** Whether nothing of the last unit can be committed together with the version rows. */
  boolean endOutside() {
    return !all.isEmpty() && !(all.get(all.size() - 1) instanceof Unit.Transaction);
  }

  /** Whether a crash can leave the step half done. */
  boolean needJournal() {
    return all.size() > 1 || endOutside();
  }
}
