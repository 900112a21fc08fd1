package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Who answers at the server's end of a connection.
 *
 * @param pid its process id, which a process of another server may have as well
 * @param startedAt when it started, to the microsecond
 */
record ServerSession(int pid, Instant startedAt) {

  private static final String QUERY =
      PgCatalog.sql(
          """
          SELECT pid,
            to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS started_at
          FROM pg_catalog.pg_stat_activity WHERE pid = pg_backend_pid()""");

  /** Outside a transaction. */
  static ServerSession of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return read(statement);
    }
  }

  /**
   * As {@link #of}, with a transaction open until the work is done. Not one of JDBC's, for the
   * reason that {@link Rollback} gives.
   */
  static ServerSession during(Connection connection, Consumer<ServerSession> work)
      throws SQLException {
    ServerSession seen;
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      seen = read(statement);
      work.accept(seen);
    } catch (SQLException | RuntimeException ex) {
      Rollback.after(ex, connection);
      throw ex;
    }
    Rollback.of(connection);
    return seen;
  }

  private static ServerSession read(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery(QUERY)) {
      result.next();
      return new ServerSession(result.getInt("pid"), Instant.parse(result.getString("started_at")));
    }
  }
}
