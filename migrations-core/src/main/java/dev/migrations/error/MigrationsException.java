package dev.migrations.error;

import org.jspecify.annotations.Nullable;

/**
 * A failure that says what happened and what to do next. Every exception that this project throws
 * at its users is one.
 *
 * @since 0.1.0
 */
public class MigrationsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String description;
  private final String action;

  /**
   * @param description what happened and where: one or more lines that name the file, revision or
   *     session at fault
   * @param action what the reader does next
   */
  public MigrationsException(String description, String action) {
    this(description, action, null);
  }

  /**
   * @param description what happened and where
   * @param action what the reader does next
   * @param cause the failure underneath, or {@code null}
   */
  public MigrationsException(String description, String action, @Nullable Throwable cause) {
    super(description + System.lineSeparator() + action, cause);
    this.description = description;
    this.action = action;
  }

  /** What happened and where. */
  public String description() {
    return description;
  }

  /** What the reader does next. */
  public String action() {
    return action;
  }
}
