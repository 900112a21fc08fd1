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
    if (isDone(done)) {
      return operation.reversal();
    }
    return undo.keySet().containsAll(units.headSet(done, nextBegun))
        ? new Reversal.By(undoOfParts(done, nextBegun))
        : Reversal.impossible(whyNotHalf());
  }

  boolean isDone(int done) {
    return units.isEmpty() || units.last() < done;
  }

  List<Operation> undoOfParts(int done, boolean nextBegun) {
    List<Operation> all = new ArrayList<>();
    for (int unit : units.headSet(done, nextBegun).descendingSet()) {
      undo.getOrDefault(unit, new ArrayDeque<>()).forEach(all::addAll);
    }
    return all;
  }

  private String whyNotHalf() {
    return operation.reversal() instanceof Reversal.Impossible impossible
        ? impossible.reason()
        : "a part of it is done, and what undoes that part alone is not known";
  }
}
