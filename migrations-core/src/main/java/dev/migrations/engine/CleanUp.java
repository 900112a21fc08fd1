package dev.migrations.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * What is done after a failure. It never hides the failure, and takes little time: until it is done
 * nobody hears of the failure, and where the network or the server is gone it would never be.
 */
final class CleanUp {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static final String SERVER_LIMITS =
      "SELECT pg_catalog.set_config('lock_timeout', '2s', true), pg_catalog.set_config('statement_timeout', '4s', true)";

  private CleanUp() {}

  interface Work {
    void run() throws SQLException;
  }

  /** Does the work; its own failure is attached to the one that came first. */
  static void after(Throwable failure, Connection connection, Work work) {
    try {
      NetworkLimit.within(
          LIMIT,
          connection,
          limited -> {
            work.run();
            return null;
          });
    } catch (SQLException | RuntimeException ex) {
      if (ex != failure) {
        failure.addSuppressed(ex);
      }
    }
  }

  /** As {@link #after}: executes a statement that may have to wait for others. */
  static void execute(Throwable failure, Connection connection, String statement) {
    after(
        failure,
        connection,
        () -> {
          try {
            execute(connection, statement);
          } catch (BatchFailure ex) {
            throw ex.failure();
          }
        });
  }

  /** What the encoding of the database lacks is no reason to lose the rest of a note. */
  private static void execute(Connection connection, String statement) throws BatchFailure {
    try {
      Batch.execute(connection, List.of(SERVER_LIMITS, statement));
    } catch (BatchFailure ex) {
      if (!SqlStates.isUntranslatable(ex.failure())) {
        throw ex;
      }
      Batch.execute(connection, List.of(SERVER_LIMITS, statement.replaceAll("[^\\p{ASCII}]", "?")));
    }
  }
}
