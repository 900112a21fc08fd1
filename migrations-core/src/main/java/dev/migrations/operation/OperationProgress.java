package dev.migrations.operation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The units that an operation is in, and what undoes its part of each. */
final class OperationProgress {

  private final Operation operation;
  private final NavigableSet<Integer> units = new TreeSet<>();

  /** By unit, what was said last first. */
  private final Map<Integer, Deque<List<Operation>>> undo = new HashMap<>();

  OperationProgress(Operation operation) {
    this.operation = operation;
  }

  void isIn(int unit) {
    units.add(unit);
  }

  void undoneBy(int unit, List<Operation> operations) {
    undo.computeIfAbsent(unit, number -> new ArrayDeque<>()).push(operations);
  }

  String summary() {
    return operation.summary();
  }

  /**
   * What undoes as much of it as there is.
   *
   * @param done how many units are done
   * @param nextBegun whether the unit behind them was begun
   */
  Reversal undo(int done, boolean nextBegun) {
    if (units.isEmpty() || units.last() < done) {
      return operation.reversal();
    }
    List<Operation> all = new ArrayList<>();
    for (int unit : units.headSet(done, nextBegun).descendingSet()) {
      Deque<List<Operation>> parts = undo.get(unit);
      if (parts == null) {
        return Reversal.impossible(whyNotHalf());
      }
      parts.forEach(all::addAll);
    }
    return new Reversal.By(all);
  }

  private String whyNotHalf() {
    return operation.reversal() instanceof Reversal.Impossible impossible
        ? impossible.reason()
        : "a part of it is done, and what undoes that part alone is not known";
  }
}
