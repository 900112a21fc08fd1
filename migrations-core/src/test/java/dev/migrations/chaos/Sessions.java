package dev.migrations.chaos;

import dev.migrations.fixture.TestDatabase;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** What the sessions in a database are doing. */
final class Sessions {

  /** Neither the asking one nor another that is named. */
  private static final String OTHERS =
      "FROM pg_stat_activity a WHERE datname = current_database() AND pid NOT IN (pg_backend_pid(), %d)";

  private static final String BLOCKED = " AND wait_event_type = 'Lock'";

  private static final String WITHOUT_THE_LOCK =
      " AND query LIKE 'SELECT taken%%' AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND locktype = 'advisory')";

  private final TestDatabase db;

  Sessions(TestDatabase db) {
    this.db = db;
  }

  boolean isAtWork(int pid) {
    return exists("FROM pg_stat_activity WHERE pid = %d AND state = 'active'".formatted(pid));
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
    db.execute("SELECT pg_terminate_backend(" + pid + ")");
  }

  private boolean exists(String rows) {
    return "t".equals(db.value("SELECT EXISTS (SELECT " + rows + ")"));
  }

  static void await(Callable<Boolean> condition, Duration patience) {
    Awaitility.await()
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(condition);
  }
}
