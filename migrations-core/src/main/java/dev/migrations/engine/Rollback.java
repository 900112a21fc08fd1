package dev.migrations.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Ends a transaction that is not to be kept. Not by {@link Connection#rollback}: pgjdbc prepares
 * its ROLLBACK under a name, which would stay in a server session that a pooler lends to others,
 * and stand in the way of theirs.
 */
final class Rollback {

  private Rollback() {}

  /** Rolls back, and returns to auto-commit. */
  static void of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    }
    connection.setAutoCommit(true);
  }

  /** Never hides the failure that came first. */
  static void after(Throwable failure, Connection connection) {
    CleanUp.after(failure, connection, () -> of(connection));
  }
}
