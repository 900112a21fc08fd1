package dev.migrations.script;

import dev.migrations.error.MigrationsException;

/**
 * A revision in SQL that cannot be taken back, because it has no downgrade or says that there is
 * none.
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
        "Go forward with a new revision, or write what undoes it below '-- downgrade' in the file.");
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
