package dev.migrations.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A session that stands in the way. */
public final class LockHolder {

  private LockHolder() {}

  /** Takes the lock that the engine takes for a run; returns the session's process id. */
  public static int holdRunLock(Connection connection, String schema) throws SQLException {
    return pid(
        connection,
        "SELECT pg_advisory_lock(('x' || left(encode(sha256('dev.migrations:"
            + schema
            + "'), 'hex'), 16))::bit(64)::bigint)");
  }

  /** Leaves a transaction open that holds a lock on a table; returns the session's process id. */
  static int holdTable(Connection connection, String table) throws SQLException {
    return holdTable(connection, table, "ACCESS SHARE");
  }

  /** As {@link #holdTable(Connection, String)}, with a lock of another mode. */
  static int holdTable(Connection connection, String table, String mode) throws SQLException {
    connection.setAutoCommit(false);
    return pid(connection, "LOCK TABLE " + table + " IN " + mode + " MODE");
  }

  private static int pid(Connection connection, String lock) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(lock);
      try (ResultSet result = statement.executeQuery("SELECT pg_backend_pid()")) {
        result.next();
        return result.getInt(1);
      }
    }
  }
}
