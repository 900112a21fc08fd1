package dev.migrations.command;

import dev.migrations.error.MigrationsException;
import org.jspecify.annotations.Nullable;

/**
 * A revision that cannot be written as it was asked for. No file was written.
 *
 * @since 0.1.0
 */
public final class AuthoringException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  AuthoringException(String description, String action) {
    this(description, action, null);
  }

  AuthoringException(String description, String action, @Nullable Throwable cause) {
    super(description, action, cause);
  }
}
