package dev.migrations.benchmarks.live;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Looks every few milliseconds how long the transaction of a run has been open, and keeps it. */
final class TransactionSampler implements AutoCloseable {

  private static final String QUERY =
      "SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0) * 1000"
          + " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
          + " AND backend_type = 'client backend' AND application_name <> '"
          + Traffic.NAME
          + "'";

  private static final long PAUSE = 5_000_000;

  private final CompletableFuture<Void> session;
  private volatile double largest;
  private volatile boolean ended;

  TransactionSampler(DataSource database) {
    session = CompletableFuture.runAsync(() -> run(database), w -> new Thread(w).start());
  }

  private void run(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      while (!ended) {
        try (ResultSet result = statement.executeQuery(QUERY)) {
          result.next();
          largest = Math.max(largest, result.getDouble(1));
        }
        LockSupport.parkNanos(PAUSE);
      }
    } catch (SQLException ex) {
      throw new IllegalStateException("The activity could not be read", ex);
    }
  }

  String cell() {
    return Waits.text(largest);
  }

  @Override
  public void close() {
    ended = true;
    session.join();
  }
}
