package dev.migrations.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server that does not answer in time loses the connection, and does not keep the thread. */
final class NetworkLimit {

  private NetworkLimit() {}

  interface Question<T> {
    @Nullable T ask(Connection connection) throws SQLException;
  }

  static <T> @Nullable T within(Duration limit, Connection connection, Question<T> question)
      throws SQLException {
    int timeout = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, (int) limit.toMillis());
    try {
      return question.ask(connection);
    } finally {
      if (!connection.isClosed()) {
        connection.setNetworkTimeout(Runnable::run, timeout);
      }
    }
  }
}
