package dev.migrations.engine;

import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts the connections to a database all the time, and keeps the highest number. */
final class ConnectionCount implements AutoCloseable {

  private static final String OTHERS =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()";

  private final Connection connection;
  private final Thread counting;
  private volatile boolean ended;
  private volatile int most;

  private ConnectionCount(Connection connection) {
    this.connection = connection;
    this.counting = new Thread(this::count, "connection-count");
    counting.start();
  }

  static ConnectionCount of(TestDatabase db) throws SQLException {
    return new ConnectionCount(db.connect());
  }

  private void count() {
    try (Statement statement = connection.createStatement()) {
      while (!ended) {
        try (ResultSet result = statement.executeQuery(OTHERS)) {
          result.next();
          most = Math.max(most, result.getInt(1));
        }
      }
    } catch (SQLException ex) {
      throw new IllegalStateException(ex);
    }
  }

  /** How many others there were at most; at least one, or it has not counted. */
  int most() {
    return most;
  }

  @Override
  public void close() throws SQLException {
    ended = true;
    try (connection) {
      counting.join();
    } catch (InterruptedException ex) {
      Thread.currentThread().interrupt();
    }
  }
}
