package dev.migrations.command;

import dev.migrations.error.MigrationsException;

/**
 * The base revision was written, and could not be marked as applied. The message says whether its
 * file is still there.
 *
 * @since 0.1.0
 */
public final class AdoptionFailedException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  AdoptionFailedException(String description, String action, Throwable cause) {
    super(description, action, cause);
  }
}
