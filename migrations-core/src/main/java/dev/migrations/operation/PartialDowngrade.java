package dev.migrations.operation;

import dev.migrations.operation.Unit.OutsideTransaction;
import dev.migrations.operation.Unit.Transaction;
import java.util.ArrayList;
import java.util.List;

/**
 * The downgrade of a revision of which only a part was applied: statements that undo the other part
 * find nothing to undo, and are passed over.
 */
public final class PartialDowngrade {

  private PartialDowngrade() {}

  /**
   * What undoes the part that was applied. It is known when the downgrade only defines and drops
   * objects, since such a statement fails where there is nothing to undo; and when the rows that
   * the downgrade changes can only be those that the applied part has changed.
   *
   * @param downgrade the downgrade of the whole revision
   * @param notApplied the units of the upgrade that are not done
   * @param serverVersion the major version of the server that will run it, such as 18
   */
  public static Reversal of(List<Operation> downgrade, List<Unit> notApplied, int serverVersion) {
    List<Unit> units = UnitWriter.units(downgrade, serverVersion);
    boolean changesRows = units.stream().anyMatch(PartialDowngrade::changesRows);
    if (changesRows && notApplied.stream().anyMatch(PartialDowngrade::changesRows)) {
      return Reversal.impossible(
          "its downgrade changes rows, and so does the part of its upgrade that is not done; which"
              + " of them belong together is not known");
    }
    List<Operation> undo = new ArrayList<>();
    for (Unit unit : units) {
      // What was never dropped may hold rows that the downgrade would fill anew.
      undo.add(new UnitOperation(passingOver(unit, !changesRows)));
    }
    return new Reversal.By(undo);
  }

  private static boolean changesRows(Unit unit) {
    return unit instanceof Unit.Batches
        || unit.commands().stream()
            .anyMatch(
                command -> !(command instanceof Command.Sql sql && sql.statement().isDefinition()));
  }

  private static Unit passingOver(Unit unit, boolean whatIsThere) {
    if (unit instanceof Transaction transaction) {
      return new Transaction(
          transaction.commands().stream()
              .map(command -> PassOver.whatFindsNothing(command, whatIsThere))
              .toList());
    }
    if (unit instanceof OutsideTransaction outside
        && outside.recovery() instanceof Recovery.IndexDrop drop) {
      return new OutsideTransaction(
          new Command.Sql("DROP INDEX CONCURRENTLY IF EXISTS " + drop.index().sql()), drop);
    }
    return unit;
  }

  /** A unit that is written as it is. */
  private record UnitOperation(Unit unit) implements Operation {

    @Override
    public void writeTo(UnitWriter units) {
      if (unit instanceof Transaction transaction) {
        units.inOwnTransaction(transaction.commands());
      } else if (unit instanceof OutsideTransaction outside) {
        units.outsideTransaction(outside.statement(), outside.recovery());
      } else if (unit instanceof Unit.Batches batches) {
        units.batches(batches.change(), batches.pace());
      }
    }

    @Override
    public Reversal reversal() {
      return Reversal.impossible("it takes a revision back that is half done");
    }

    @Override
    public String summary() {
      return "undo a part of a revision";
    }
  }
}
