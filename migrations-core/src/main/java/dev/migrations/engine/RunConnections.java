package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of a run, one after the other. When one breaks, nobody here knows what of the
 * last unit was committed; so another one is opened, and the run asks the database and goes on.
 */
final class RunConnections {

  private static final Logger log = LoggerFactory.getLogger(RunConnections.class);

  /** A statement that brings its server process down must not do so for ever. */
  private static final int WITHOUT_PROGRESS = 3;

  private final DataSource dataSource;
  private final Duration patience;

  /**
   * @param patience how long to try to reach the server again; zero for not at all
   */
  RunConnections(DataSource dataSource, Duration patience) {
    this.dataSource = dataSource;
    this.patience = patience;
  }

  /**
   * Carries out the run.
   *
   * @throws SQLException when the database refused access to the engine's own tables
   * @throws MigrationsException what stopped the run; when connections broke, the first failure
   *     since there was progress
   */
  void execute(Run run) throws SQLException {
    Session session = Session.open(dataSource);
    Exception loss = execute(run, session);
    int losses = 0;
    while (loss != null) {
      losses = run.hasMovedOn() ? 1 : losses + 1;
      if (losses == WITHOUT_PROGRESS || patience.isZero()) {
        throw rethrow(loss);
      }
      log.warn(
          "The connection broke: {}. Trying to reach the server again for up to {}, to ask what was"
              + " committed and to go on from there",
          SqlStates.lostIn(loss).map(ServerMessage::text).orElse(""),
          Durations.text(patience));
      loss = execute(run, reopen(loss));
    }
  }

  /** What broke the connection, if that ended the run. */
  private @Nullable Exception execute(Run run, Session session) throws SQLException {
    try (session) {
      try {
        run.execute(session);
        return null;
      } catch (SQLException | MigrationsException ex) {
        if (SqlStates.lostIn(ex).isPresent() && session.isBroken()) {
          return ex;
        }
        throw ex;
      }
    }
  }

  private Session reopen(Exception loss) throws SQLException {
    long start = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        Pause.of(Pause.backoff(attempt));
        return Session.open(dataSource);
      } catch (MigrationsException ex) {
        boolean mayPass = SqlStates.lostIn(ex).isPresent();
        if (!mayPass || System.nanoTime() - start > patience.toNanos()) {
          loss.addSuppressed(ex);
          throw rethrow(loss);
        }
      }
    }
  }

  private static SQLException rethrow(Exception loss) {
    if (loss instanceof SQLException sql) {
      return sql;
    }
    throw (MigrationsException) loss;
  }
}
