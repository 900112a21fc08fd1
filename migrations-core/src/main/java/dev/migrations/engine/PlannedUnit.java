package dev.migrations.engine;

import dev.migrations.operation.Command;
import dev.migrations.operation.Unit;
import java.util.List;

/**
 * A unit that a run would execute.
 *
 * @param unit the unit
 * @param done whether an earlier run, which stopped behind it, has committed it already
 * @param locks the table locks that it would take; none when it is done
 * @since 0.1.0
 */
public record PlannedUnit(Unit unit, boolean done, PlannedLocks locks) {

  /** Whether it runs outside a transaction. */
  public boolean outsideTransaction() {
    return unit instanceof Unit.OutsideTransaction;
  }

  /** Whether it changes rows in batches, each a transaction of its own. */
  public boolean inBatches() {
    return unit instanceof Unit.Batches;
  }

  /**
   * Its statements and code, in order; one statement when it runs outside a transaction. For
   * batches it is the statement that would change all rows at once.
   */
  public List<Command> commands() {
    return unit.commands();
  }
}
