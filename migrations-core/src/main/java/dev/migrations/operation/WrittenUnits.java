package dev.migrations.operation;

import dev.migrations.operation.Reversal.By;
import dev.migrations.operation.Reversal.Impossible;
import java.util.ArrayList;
import java.util.List;

/**
 * The units of a revision, with what takes them back when it stopped half way.
 *
 * @since 0.1.0
 */
public final class WrittenUnits {

  private final List<Unit> units;
  private final List<OperationProgress> operations;

  WrittenUnits(List<Unit> units, List<OperationProgress> operations) {
    this.units = List.copyOf(units);
    this.operations = List.copyOf(operations);
  }

  /** The units, in the order in which they run. */
  public List<Unit> units() {
    return units;
  }

  /**
   * What undoes the units that are done: whole operations by their reverse, and the one of which
   * only a part is done by what it says of its parts.
   *
   * @param done how many units are done, from the first one on
   * @param nextBegun whether the unit behind them was begun, so that it may have left something
   */
  public Reversal undo(int done, boolean nextBegun) {
    List<Operation> undo = new ArrayList<>();
    for (int i = operations.size() - 1; i >= 0; i--) {
      Reversal reversal = operations.get(i).undo(done, nextBegun);
      if (reversal instanceof By by) {
        undo.addAll(by.operations());
      } else if (reversal instanceof Impossible impossible) {
        return Reversal.impossible(operations.get(i).summary() + ": " + impossible.reason());
      }
    }
    return new By(undo);
  }

  /**
   * What undoes the done part of the operation that comes to its end in a unit which is not, as far
   * as that operation says so; nothing of those that are done as a whole.
   *
   * @param done how many units are done, from the first one on
   * @param nextBegun whether the unit behind them was begun
   */
  public List<Operation> undoOfParts(int done, boolean nextBegun) {
    return operations.stream()
        .filter(operation -> !operation.isDone(done))
        .flatMap(operation -> operation.undoOfParts(done, nextBegun).stream())
        .toList();
  }
}
