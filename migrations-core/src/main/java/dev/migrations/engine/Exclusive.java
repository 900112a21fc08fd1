package dev.migrations.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Work on a database that one session at a time may do: with the lock, and with the tables. */
final class Exclusive {

  private final Session session;
  private final DatabaseState found;
  private final MigrationsSettings settings;
  private final @Nullable HeldLock lost;

  /**
   * @param found the state of the database and the session before
   * @param lost the session that had the lock when its connection broke, if there was one
   */
  Exclusive(
      Session session, DatabaseState found, MigrationsSettings settings, @Nullable HeldLock lost) {
    this.session = session;
    this.found = found;
    this.settings = settings;
    this.lost = lost;
  }

  interface Work<T> {
    T call(HeldLock lock) throws SQLException;
  }

  /**
   * Creates the tables if need be, and does the work, which must read the state anew.
   *
   * @param need whether there is still something to do, which is asked while another session has
   *     the lock; who waits for that one to do the same work needs no lock when it is done
   * @return what the work returned; nothing when there was no need for it any more
   * @throws AdvisoryLockException naming the holder of the lock when the wait runs out
   * @throws TransactionPoolingException when the session does not stay the same
   * @throws TablesNotCreatedException when the database refuses the tables
   */
  <T> Optional<T> call(AdvisoryLock.Need need, Work<T> work) throws SQLException {
    new PoolModeProbe(session, found.backend()).refuseTransactionMode();
    AdvisoryLock lock = new AdvisoryLock(session.connection(), found.schema(), lost);
    if (!lock.acquire(settings.advisoryLockWait(), settings.advisoryLockPollInterval(), need)) {
      return Optional.empty();
    }
    Throwable failure = null;
    try {
      if (!found.tablesExist()) {
        TableCreation.create(session.connection(), found.schema());
      }
      return Optional.of(work.call(lock.own()));
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
