package dev.migrations.engine;

import dev.migrations.engine.CommandFailure.Phase;
import dev.migrations.error.MigrationsException;
import dev.migrations.script.RevisionScripts;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

/** Sets the version rows of a database without running anything. */
final class Stamp {

  private final MigrationsSettings settings;
  private final StampPlanning planning;
  private final StateReader stateReader;
  private final boolean onlyFromBase;

  Stamp(RevisionScripts scripts, MigrationsSettings settings, List<String> targets, boolean purge) {
    this(scripts, settings, targets, purge, false);
  }

  /**
   * @param onlyFromBase whether a database with version rows is left as it is
   */
  Stamp(
      RevisionScripts scripts,
      MigrationsSettings settings,
      List<String> targets,
      boolean purge,
      boolean onlyFromBase) {
    requireTarget(targets);
    this.settings = settings;
    this.planning = new StampPlanning(scripts, targets, purge);
    this.stateReader = new StateReader(settings.schema());
    this.onlyFromBase = onlyFromBase;
  }

  static void requireTarget(List<String> targets) {
    if (targets.isEmpty()) {
      throw new MigrationsException(
          "A stamp needs a target.", "Name one or several, such as head or base.");
    }
  }

  StampReport execute(Session session) throws SQLException {
    DatabaseState found = stateReader.read(session.connection());
    StampReport nothing = plan(session, found).report();
    if (nothing.isEmpty()) {
      return nothing;
    }
    if (found.standby()) {
      throw new StandbyException();
    }
    return new Exclusive(session, found, settings, null)
        .call(() -> true, lock -> executeLocked(session))
        .orElse(nothing);
  }

  private StampReport executeLocked(Session session) throws SQLException {
    DatabaseState state = stateReader.read(session.connection());
    Stamping stamping = plan(session, state);
    if (!stamping.report().isEmpty()) {
      write(session, state, stamping);
    }
    return stamping.report();
  }

  private Stamping plan(Session session, DatabaseState state) throws SQLException {
    return onlyFromBase && !state.rows().isEmpty()
        ? Stamping.nothing(state.rows())
        : planning.plan(session.connection(), state);
  }

  private void write(Session session, DatabaseState state, Stamping stamping) throws SQLException {
    String preamble =
        state.sessionDefaults().forTransaction(settings.lockTimeout(), settings.statementTimeout());
    Bookkeeping bookkeeping = new Bookkeeping(state.tables(), settings, Host.name());
    Closing closing = new Closing(bookkeeping.stamp(stamping), Bookkeeping.guard());
    TransactionRunner transactions = new TransactionRunner(session.connection());
    try {
      new Retries(session.connection(), settings.lockAttempts())
          .run("The stamp", () -> transactions.run(preamble, List.of(), closing));
    } catch (CommandFailure failure) {
      throw exception(failure, stamping);
    }
  }

  private static SQLException exception(CommandFailure failure, Stamping stamping) {
    if (!(failure.reason() instanceof SQLException cause)) {
      throw new IllegalStateException(failure);
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      cause.addSuppressed(suppressed);
    }
    if (failure.phase() == Phase.GUARD) {
      throw ConcurrentRunException.stamp(
          String.join(", ", stamping.revisions()), stamping.rowsBefore(), cause);
    }
    OptionalInt refused = SessionGuard.refusedIn(cause);
    if (refused.isPresent()) {
      throw new ServerSessionChangedException("The stamp", refused.getAsInt(), cause);
    }
    return cause;
  }
}
