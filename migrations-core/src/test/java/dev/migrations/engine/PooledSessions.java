package dev.migrations.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The server sessions of a pooler, all of them, by holding each in a transaction. */
final class PooledSessions implements AutoCloseable {

  /** What a run might leave in a session: settings, prepared statements, and last the locks. */
  private static final String CONTENTS =
      """
      SELECT concat_ws(', ', current_setting('role'),
        current_setting('search_path'), current_setting('lock_timeout'),
        current_setting('statement_timeout'), current_setting('transaction_isolation'),
        (SELECT count(*) FROM pg_prepared_statements),
        (SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory'))""";

  private final List<Connection> held = new ArrayList<>();
  private final List<String> contents = new ArrayList<>();

  /** Opens as many as there may be. */
  PooledSessions(DataSource pooled, int size) throws SQLException {
    for (int i = 0; i < size; i++) {
      Connection connection = pooled.getConnection();
      held.add(connection);
      connection.createStatement().execute("BEGIN");
      try (ResultSet result = connection.createStatement().executeQuery(CONTENTS)) {
        result.next();
        contents.add(result.getString(1));
      }
    }
  }

  /** What is in each of them, of that which a run may leave behind. */
  static List<String> contents(DataSource pooled, int size) throws SQLException {
    try (PooledSessions sessions = new PooledSessions(pooled, size)) {
      return sessions.contents;
    }
  }

  /** Gives them back in the order in which they were opened, so that the last is the next. */
  @Override
  public void close() throws SQLException {
    for (Connection connection : held) {
      // Not JDBC's, which pgjdbc prepares under a name.
      connection.createStatement().execute("ROLLBACK");
      connection.close();
    }
  }
}
