package dev.migrations.script;

import dev.migrations.error.MigrationsException;

/**
 * A revision that cannot be taken back: it says so, or it is an SQL file without a downgrade.
 *
 * @since 0.1.0
 */
public final class NoDowngradeException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final String revision;
  private final String reason;

  NoDowngradeException(String revision, String origin, String reason) {
    super(
        "Revision " + revision + " (" + origin + ") cannot be taken back: " + reason,
        "Go forward with a new revision, or write what undoes it: below '-- downgrade' in an SQL file, in downgrade(Operations) in a class.");
    this.revision = revision;
    this.reason = reason;
  }

  /** The revision's id. */
  public String revision() {
    return revision;
  }

  /** Why it cannot be taken back. */
  public String reason() {
    return reason;
  }
}
