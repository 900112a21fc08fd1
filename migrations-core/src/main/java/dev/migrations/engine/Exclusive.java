package dev.migrations.engine;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on a database that one session at a time may do: with the lock, and with the tables. */
final class Exclusive {

  private final Session session;
  private final DatabaseState found;
  private final MigrationsSettings settings;

  /**
   * @param found the state of the database and the session before
   */
  Exclusive(Session session, DatabaseState found, MigrationsSettings settings) {
    this.session = session;
    this.found = found;
    this.settings = settings;
  }

  interface Work<T> {
    T call() throws SQLException;
  }

  /**
   * Creates the tables if need be, and does the work, which must read the state anew.
   *
   * @throws AdvisoryLockException naming the holder of the lock when the wait runs out
   * @throws TransactionPoolingException when the session does not stay the same
   * @throws TablesNotCreatedException when the database refuses the tables
   */
  <T> T call(Work<T> work) throws SQLException {
    new PoolModeProbe(session, found.backend()).refuseTransactionMode();
    AdvisoryLock lock = new AdvisoryLock(session.connection(), found.schema());
    lock.acquire(settings.advisoryLockWait(), settings.advisoryLockPollInterval());
    Throwable failure = null;
    try {
      if (!found.tablesExist()) {
        TableCreation.create(session.connection(), found.schema());
      }
      return work.call();
    } catch (SQLException | RuntimeException | Error ex) {
      failure = ex;
      throw ex;
    } finally {
      leave(session.connection(), lock, found.sessionDefaults(), failure);
    }
  }

  /** Leaves nothing behind on the connection, and never hides the failure that came first. */
  private static void leave(
      Connection connection,
      AdvisoryLock lock,
      SessionDefaults defaults,
      @Nullable Throwable failure)
      throws SQLException {
    if (failure == null) {
      lock.release(defaults);
    } else {
      CleanUp.after(failure, connection, () -> lock.release(defaults));
    }
  }
}
