package dev.migrations.engine;

import dev.migrations.error.MigrationsException;

/**
 * No connection could be opened, or the one there was broke.
 *
 * @since 0.1.0
 */
public final class DatabaseUnavailableException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  DatabaseUnavailableException(Exception cause) {
    super(
        "The database cannot be reached: " + rootMessage(cause) + sqlState(cause),
        action(cause),
        cause);
  }

  private static String sqlState(Exception cause) {
    String sqlState = ServerLimits.sqlState(cause);
    return sqlState == null ? "" : ", SQLSTATE " + sqlState;
  }

  private static String action(Exception cause) {
    String advice = ServerLimits.advice(cause);
    return advice == null
        ? "Check that the server is up, and the URL, user and password of the DataSource."
        : advice;
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String rootMessage =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return failure.getMessage() == null || failure.getMessage().equals(rootMessage)
        ? rootMessage
        : failure.getMessage() + " (" + rootMessage + ")";
  }
}
