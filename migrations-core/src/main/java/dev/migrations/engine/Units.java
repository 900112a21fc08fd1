package dev.migrations.engine;

import dev.migrations.operation.Unit;
import dev.migrations.operation.UnitWriter;
import java.util.List;

/** The units of a step, in order. */
record Units(List<Unit> all) {

  static Units of(Step step, int serverVersion) {
    return new Units(UnitWriter.units(step.script().operations(step.direction()), serverVersion));
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
