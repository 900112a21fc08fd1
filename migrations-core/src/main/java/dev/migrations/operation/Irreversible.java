package dev.migrations.operation;

import dev.migrations.error.MigrationsException;

/**
 * Declares that a revision cannot be taken back.
 *
 * @param reason why, as a clause that can follow a colon
 * @since 0.1.0
 */
public record Irreversible(String reason) implements Declaration {

  /**
   * Checks the declaration.
   *
   * @throws MigrationsException when the reason is blank
   */
  public Irreversible {
    if (reason.isBlank()) {
      throw new MigrationsException(
          "irreversible gives no reason.", "Say why the revision cannot be taken back.");
    }
  }

  @Override
  public Reversal reversal() {
    return Reversal.impossible(reason);
  }

  @Override
  public String summary() {
    return "irreversible: " + reason;
  }
}
