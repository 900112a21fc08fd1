package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock of a run, and its settings, in a server session that a pooler took from under it. There
 * they would stay, for whoever is given that session next.
 */
final class StrayLock {

  private static final Logger log = LoggerFactory.getLogger(StrayLock.class);

  private static final String END_IF_IDLE =
      PgCatalog.sql(
          """
          SELECT CASE WHEN a.state = 'idle' THEN pg_terminate_backend(l.pid, 1000) END
          FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
          WHERE l.pid = %s AND %s""");

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int TRIES = 5;

  private final Connection connection;
  private final int backend;
  private final String held;

  /**
   * @param backend the process that has it
   * @param held the condition of {@link AdvisoryLock#held}
   */
  StrayLock(Connection connection, int backend, String held) {
    this.connection = connection;
    this.backend = backend;
    this.held = held;
  }

  interface Attempt {
    boolean succeeds() throws SQLException;
  }

  /**
   * Tries to get that session again. A pooler that hands out the one used last never gives it; then
   * it is ended while nobody uses it, and the pooler opens another one.
   *
   * @param release gives the lock and the settings back if it meets the session
   */
  void clear(Attempt release) throws SQLException {
    long start = System.nanoTime();
    for (int tries = 1; !release.succeeds(); tries++) {
      if (tries >= TRIES && endIfIdle()) {
        return;
      }
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        log.warn(
            "A pooler took the server session of the run, process {}, and the lock of the run is"
                + " left in it. SELECT pg_terminate_backend({}) gives it back",
            backend,
            backend);
        return;
      }
      Pause.of(PAUSE);
    }
  }

  /** Whether the lock is gone with the session, or by itself. */
  private boolean endIfIdle() throws SQLException {
    String sql = END_IF_IDLE.formatted(backend, held);
    try (Statement statement = connection.createStatement();
        ResultSet holder = statement.executeQuery(sql)) {
      return !holder.next() || holder.getBoolean(1);
    }
  }
}
