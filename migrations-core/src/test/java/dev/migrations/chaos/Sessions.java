package dev.migrations.chaos;

import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What the sessions in a database are doing, asked through one more. */
final class Sessions implements AutoCloseable {

  /** Neither the asking one nor another that is named. */
  private static final String OTHERS =
      "FROM pg_stat_activity a WHERE datname = current_database() AND pid NOT IN (pg_backend_pid(), %d)";

  private static final String BLOCKED = " AND wait_event_type = 'Lock'";

  private static final String WITHOUT_THE_LOCK =
      " AND query LIKE 'SELECT taken%%' AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND locktype = 'advisory')";

  private final TestDatabase db;
  private @Nullable Connection connection;

  Sessions(TestDatabase db) {
    this.db = db;
  }

  /** Unless it waits for its client in the middle of a statement, as for the rows of a COPY. */
  boolean isAtWork(int pid) {
    return exists(
        "FROM pg_stat_activity WHERE pid = %d AND state = 'active' AND wait_event IS DISTINCT FROM 'ClientRead'"
            .formatted(pid));
  }

  boolean isBlocked(int pid) {
    return exists("FROM pg_stat_activity WHERE pid = " + pid + BLOCKED);
  }

  /** Whether a session other than this one waits for a lock that PostgreSQL queues it for. */
  boolean isAnotherBlocked(int pid) {
    return exists((OTHERS + BLOCKED).formatted(pid));
  }

  /** Whether a session other than this one asks again and again for the lock of a run. */
  boolean isAnotherPolling(int pid) {
    return exists((OTHERS + WITHOUT_THE_LOCK).formatted(pid));
  }

  void terminate(int pid) {
    isTrue("SELECT pg_terminate_backend(" + pid + ")");
  }

  private boolean exists(String rows) {
    return isTrue("SELECT EXISTS (SELECT " + rows + ")");
  }

  private boolean isTrue(String question) {
    try {
      if (connection == null) {
        connection = db.connect();
      }
      try (Statement statement = connection.createStatement();
          ResultSet answer = statement.executeQuery(question)) {
        return answer.next() && answer.getBoolean(1);
      }
    } catch (SQLException ex) {
      throw new IllegalStateException("No answer from " + db.name() + ": " + question, ex);
    }
  }

  /** It may be asked again, through another session. */
  @Override
  public void close() {
    try {
      if (connection != null) {
        connection.close();
        connection = null;
      }
    } catch (SQLException ex) {
      throw new IllegalStateException(ex);
    }
  }

  static void await(Callable<Boolean> condition, Duration patience) {
    Awaitility.await()
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(condition);
  }
}
