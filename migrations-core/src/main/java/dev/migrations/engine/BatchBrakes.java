package dev.migrations.engine;

import dev.migrations.operation.BatchPace;
import dev.migrations.sql.PgCatalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the next batch back while a replica is behind or a transaction is open for too long. */
final class BatchBrakes {

  private static final Logger log = LoggerFactory.getLogger(BatchBrakes.class);

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration LOG_INTERVAL = Duration.ofMinutes(1);

  private static final String LONG_TRANSACTIONS =
      "SELECT "
          + SessionInfo.COLUMNS
          + PgCatalog.sql(
              """

              FROM pg_catalog.pg_stat_activity a
              WHERE a.pid <> pg_backend_pid() AND a.datname = current_database()
                AND a.backend_type = 'client backend'
                AND a.xact_start < (clock_timestamp() - ?::interval)
              ORDER BY a.xact_start LIMIT 3""");

  private final Connection connection;
  private final BatchPace pace;
  private final BatchMeter meter;
  private boolean warnedOfHidden;

  BatchBrakes(Connection connection, BatchPace pace, BatchMeter meter) {
    this.connection = connection;
    this.pace = pace;
    this.meter = meter;
  }

  /** Returns when nothing stands against the next batch, however long that takes. */
  void await() throws SQLException {
    long start = System.nanoTime();
    long nextLine = start;
    for (String reason = reason(); reason != null; reason = reason()) {
      meter.waitsFor(reason);
      long now = System.nanoTime();
      if (now - nextLine >= 0) {
        log.warn(
            "The next batch waits for {}; waiting for {} so far",
            reason,
            Durations.text(Duration.ofNanos(now - start)));
        nextLine = now + LOG_INTERVAL.toNanos();
      }
      Pause.of(POLL);
    }
    meter.waitsFor(null);
  }

  private @Nullable String reason() throws SQLException {
    String replica = replicaBehind();
    return replica == null ? longTransaction() : replica;
  }

  private @Nullable String replicaBehind() throws SQLException {
    Duration limit = pace.maxReplicaLag();
    if (limit == null) {
      return null;
    }
    List<Replica> replicas = Replica.all(connection);
    if (!warnedOfHidden && !replicas.stream().allMatch(Replica::visible)) {
      warnedOfHidden = true;
      log.warn(
          "How far the replicas are behind is hidden from this database user, so the batches do not"
              + " wait for them; GRANT pg_read_all_stats shows it");
    }
    Optional<Replica> behind = Replica.tooFarBehind(replicas, limit);
    return behind.map(Replica::description).orElse(null);
  }

  private @Nullable String longTransaction() throws SQLException {
    Duration limit = pace.maxTransactionAge();
    if (limit == null) {
      return null;
    }
    List<SessionInfo> sessions =
        SessionInfo.query(connection, LONG_TRANSACTIONS, limit.toMillis() + " milliseconds");
    return sessions.isEmpty()
        ? null
        : "the end of a transaction: " + SessionInfo.describe(sessions);
  }
}
