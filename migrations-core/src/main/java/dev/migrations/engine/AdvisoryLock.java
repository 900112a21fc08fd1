package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session lock that lets one instance at a time run revisions (PostgreSQL manual, "Advisory
 * Locks"). It is polled outside any transaction: a session that blocks in {@code pg_advisory_lock}
 * holds a snapshot, and a concurrent index build waits for every snapshot that is older.
 */
final class AdvisoryLock {

  private static final Logger log = LoggerFactory.getLogger(AdvisoryLock.class);

  private static final String PREFIX = "dev.migrations:";

  /** Of rows of {@code pg_locks l}; its parameters are the upper and the lower half of the key. */
  static final String HELD =
      PgCatalog.sql(
          """
          l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
            AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d
                              WHERE d.datname = current_database())
            AND l.classid = ?::oid AND l.objid = ?::oid""");

  private static final String HOLDERS =
      "SELECT "
          + SessionInfo.COLUMNS
          + " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a"
          + " ON a.pid OPERATOR(pg_catalog.=) l.pid WHERE "
          + HELD;

  private static final String KEY_OF_CURRENT_SCHEMA =
      PgCatalog.sql(
          """
          CAST(CAST('x' || encode(substring(sha256(convert_to('%s' || current_schema(), 'UTF8'))
            FROM 1 FOR 8), 'hex') AS bit(64)) AS bigint)""");

  private final Connection connection;
  private final long key;

  AdvisoryLock(Connection connection, String schema) {
    this.connection = connection;
    this.key = key(schema);
  }

  /**
   * Waits until this session has the lock.
   *
   * @throws AdvisoryLockException naming the holder when the wait runs out
   */
  void acquire(Duration wait, Duration pollInterval) throws SQLException {
    long start = System.nanoTime();
    boolean announced = false;
    while (!call("pg_try_advisory_lock")) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(wait) >= 0) {
        throw new AdvisoryLockException(waited, holders());
      }
      if (!announced) {
        announced = true;
        log.info(
            "Waiting up to {} for another session that runs revisions: {}",
            Durations.text(wait),
            SessionInfo.describe(holders()));
      }
      Pause.of(shorter(pollInterval, wait.minus(waited)));
    }
  }

  /**
   * Gives the lock back.
   *
   * @return whether this session had it; if not, a pooler put another server session underneath
   */
  boolean release() throws SQLException {
    return call("pg_advisory_unlock");
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private List<SessionInfo> holders() throws SQLException {
    return SessionInfo.query(connection, HOLDERS, key >>> 32, key & 0xFFFF_FFFFL);
  }

  private boolean call(String function) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_catalog." + function + "(?)")) {
      statement.setLong(1, key);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }

  /**
   * The key of the lock as an SQL expression, for a script.
   *
   * @param schema the schema of the tables; {@code null} for the current one of who runs the script
   */
  static String keyExpression(@Nullable String schema) {
    return schema == null
        ? KEY_OF_CURRENT_SCHEMA.formatted(PREFIX)
        : "CAST('%s' AS bigint)".formatted(key(schema));
  }

  static long key(String schema) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((PREFIX + schema).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException ex) {
      throw new IllegalStateException("Every Java platform has SHA-256", ex);
    }
  }
}
