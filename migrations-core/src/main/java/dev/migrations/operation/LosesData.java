package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;

/**
 * Declares that rows or values are gone after a step, and do not come back by its reverse.
 *
 * @param reason which, as a clause that can follow a colon
 * @since 0.1.0
 */
public record LosesData(String reason) implements Declaration {

  /**
   * Checks the declaration.
   *
   * @throws MigrationsException when the reason is blank
   */
  public LosesData {
    if (reason.isBlank()) {
      throw new MigrationsException("losesData gives no reason.", "Say which data are lost.");
    }
  }

  /** What the operations declare, in order. */
  public static List<String> reasons(List<Operation> operations) {
    return operations.stream()
        .filter(LosesData.class::isInstance)
        .map(operation -> ((LosesData) operation).reason())
        .toList();
  }

  @Override
  public Reversal reversal() {
    return Reversal.by();
  }

  @Override
  public String summary() {
    return "loses data: " + reason;
  }
}
