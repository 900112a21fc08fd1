package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

  private static final String HELD =
      PgCatalog.sql(
          """
          l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
            AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d
                              WHERE d.datname = current_database())
            AND l.classid = %s::oid AND l.objid = %s::oid""");

  private static final String HOLDERS =
      "SELECT "
          + SessionInfo.COLUMNS
          + " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a"
          + " ON a.pid OPERATOR(pg_catalog.=) l.pid WHERE ";

  private static final String TRY =
      PgCatalog.sql(
          """
          SELECT taken, pg_backend_pid(), clock_timestamp(), CASE WHEN taken THEN %s END
          FROM (SELECT CASE WHEN NOT EXISTS (
              SELECT FROM pg_catalog.pg_locks l WHERE l.pid = pg_backend_pid() AND %s)
            THEN pg_try_advisory_lock(%s) END AS taken) AS one_try""");

  private static final String RELEASE =
      PgCatalog.sql("SELECT pg_advisory_unlock(%s), %s WHERE pg_backend_pid() = %s");

  private static final String KEY_OF_CURRENT_SCHEMA =
      PgCatalog.sql(
          """
          CAST(CAST('x' || encode(substring(sha256(convert_to('%s' || current_schema(), 'UTF8'))
            FROM 1 FOR 8), 'hex') AS bit(64)) AS bigint)""");

  private final Connection connection;
  private final long key;
  private final @Nullable HeldLock lost;
  private HeldLock own = new HeldLock(0, "");

  /**
   * @param lost the session of this run that had the lock when its connection broke, if there was
   *     one
   */
  AdvisoryLock(Connection connection, String schema, @Nullable HeldLock lost) {
    this.connection = connection;
    this.key = key(schema);
    this.lost = lost;
  }

  /** Asks whether there is still something to do under the lock. */
  interface Need {
    boolean remains() throws SQLException;
  }

  /**
   * Waits until this session has the lock, or nobody needs it any more.
   *
   * @return whether this session has it
   * @throws AdvisoryLockException naming the holder when the wait runs out
   * @throws TransactionPoolingException when the server session had it before
   */
  boolean acquire(Duration wait, Duration pollInterval, Need need) throws SQLException {
    long start = System.nanoTime();
    boolean announced = false;
    while (!tryOnce()) {
      if (lost != null) {
        new AbandonedSession(connection, lost).endIfWaiting(held(key));
      }
      if (!need.remains()) {
        return false;
      }
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
    return true;
  }

  /** This session, once it has the lock. */
  HeldLock own() {
    return own;
  }

  /**
   * Takes the lock, and the settings that go with it, unless somebody has it. Nobody may have it in
   * this very session either, which would be given it a second time: then a pooler lends the
   * session of another run to this one.
   */
  private boolean tryOnce() throws SQLException {
    String sql = TRY.formatted(RunSettings.set(), held(key), key);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      boolean taken = result.getBoolean(1);
      boolean hadItBefore = result.wasNull();
      own = new HeldLock(result.getInt(2), result.getString(3));
      if (hadItBefore) {
        throw TransactionPoolingException.lockedBefore(own.backend());
      }
      return taken;
    }
  }

  /**
   * Gives the lock back, and the settings as they were found, in the server session that has them.
   */
  void release(SessionDefaults defaults) throws SQLException {
    String sql = RELEASE.formatted(key, defaults.restoreAll(), own.backend());
    Boolean released = leave(sql);
    if (released == null) {
      new StrayLock(connection, own.backend(), held(key)).clear(() -> leave(sql) != null);
    } else if (!released) {
      log.warn(
          "The session no longer held the lock of the run: a revision, or a pooler, gave it away");
    }
  }

  /** Whether this had the lock; {@code null} in another server session. */
  private @Nullable Boolean leave(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getBoolean(1) : null;
    }
  }

  /** A condition on rows of {@code pg_locks l}: who has the lock with this key. */
  static String held(long key) {
    return HELD.formatted(key >>> 32, key & 0xFFFF_FFFFL);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private List<SessionInfo> holders() throws SQLException {
    return SessionInfo.query(connection, HOLDERS + held(key));
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
