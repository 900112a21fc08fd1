package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server session of a connection that broke. The server may not know that yet: it goes on with
 * its statement, and then waits for the next one, or for the rest of a batch or of rows to copy,
 * with the lock of the run in its hands.
 */
final class AbandonedSession {

  private static final Logger log = LoggerFactory.getLogger(AbandonedSession.class);

  /** In the middle of a batch or of rows to copy it is active and waits for us all the same. */
  private static final String END_IF_WAITING =
      PgCatalog.sql(
          """
          SELECT pg_terminate_backend(a.pid)
          FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
          WHERE a.pid = %s AND a.backend_start < '%s'::timestamptz
            AND a.wait_event_type = 'Client' AND %s""");

  private final Connection connection;
  private final HeldLock lost;

  AbandonedSession(Connection connection, HeldLock lost) {
    this.connection = connection;
    this.lost = lost;
  }

  /**
   * Ends it if it waits for us; a statement that is still at work is left alone.
   *
   * @param held the condition of {@link AdvisoryLock#held}
   */
  void endIfWaiting(String held) throws SQLException {
    String sql = END_IF_WAITING.formatted(lost.backend(), lost.since(), held);
    try (Statement statement = connection.createStatement();
        ResultSet ended = statement.executeQuery(sql)) {
      if (ended.next()) {
        log.warn(
            "The server still waited for the connection that broke, with the lock of the run in"
                + " process {}; that session was ended",
            lost.backend());
      }
    }
  }
}
