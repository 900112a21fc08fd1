package dev.migrations.operation;

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
}
