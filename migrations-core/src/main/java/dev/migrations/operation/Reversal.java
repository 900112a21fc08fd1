package dev.migrations.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * How an operation is undone.
 *
 * @since 0.1.0
 */
public sealed interface Reversal {

  /**
   * It is undone by these operations, in this order.
   *
   * @param operations the operations; none for what only declares something
   */
  record By(List<Operation> operations) implements Reversal {
    public By {
      operations = List.copyOf(operations);
    }
  }

  /**
   * It cannot be undone.
   *
   * @param reason why, as a clause that can follow "because"
   */
  record Impossible(String reason) implements Reversal {}

  /** Undone by the given operations, in this order. */
  static Reversal by(Operation... operations) {
    return new By(List.of(operations));
  }

  /** Not undone, for this reason. */
  static Reversal impossible(String reason) {
    return new Impossible(reason);
  }

  /**
   * Undone by the reverses of the given operations, the last one first; impossible when one of them
   * has none. For an operation that is made of others.
   */
  static Reversal ofAll(List<Operation> operations) {
    List<Operation> reverses = new ArrayList<>();
    for (int i = operations.size() - 1; i >= 0; i--) {
      Operation operation = operations.get(i);
      if (operation.reversal() instanceof By by) {
        reverses.addAll(by.operations());
      } else if (operation.reversal() instanceof Impossible impossible) {
        return impossible(operation.summary() + ": " + impossible.reason());
      }
    }
    return new By(reverses);
  }
}
