package dev.migrations.engine;

import dev.migrations.engine.CommandFailure.Phase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a transaction of a run says to the server besides the statements of its revision. A long run
 * prepares it in its session: the server needs several times as long to parse and to plan it as to
 * do it (PostgreSQL manual, PREPARE).
 */
final class TransactionFrame {

  private static final Logger log = LoggerFactory.getLogger(TransactionFrame.class);

  /** In revisions: fewer of them do not make good for two round trips. */
  private static final int LONG_RUN = 10;

  private static final String OPENING = "migrations_opening";
  private static final String NO_OPENING = "DEALLOCATE " + OPENING;

  private final Connection connection;
  private final Bookkeeping bookkeeping;
  private final PreparedFinish finish;
  private final String opening;
  private boolean prepared;

  private TransactionFrame(
      Connection connection, DatabaseState state, MigrationsSettings settings, Bookkeeping own) {
    this.connection = connection;
    this.bookkeeping = own;
    this.finish = new PreparedFinish(own, state.tables());
    this.opening =
        state.sessionDefaults().forTransaction(settings.lockTimeout(), settings.statementTimeout());
  }

  /**
   * For the transactions of a run.
   *
   * @param revisions how many it has
   */
  static TransactionFrame of(
      Connection connection,
      DatabaseState state,
      MigrationsSettings settings,
      Bookkeeping bookkeeping,
      int revisions)
      throws SQLException {
    TransactionFrame frame = new TransactionFrame(connection, state, settings, bookkeeping);
    if (revisions >= LONG_RUN) {
      frame.prepare();
    }
    return frame;
  }

  private void prepare() throws SQLException {
    try {
      Batch.execute(connection, List.of("PREPARE " + OPENING + " AS " + opening, finish.prepare()));
      prepared = true;
    } catch (BatchFailure failure) {
      if (!SqlStates.isDuplicateStatement(failure.failure())) {
        throw failure.failure();
      }
      log.debug("The session has statements of these names already", failure.failure());
      if (failure.statement().orElse(0) == 1) {
        execute(List.of(NO_OPENING));
      }
    }
  }

  /** What a transaction starts with. */
  String opening() {
    return prepared ? "EXECUTE " + OPENING : opening;
  }

  /** As {@link Bookkeeping#finish}. */
  Closing finish(Step step, boolean journaled) {
    return prepared && !journaled
        ? new Closing(List.of(finish.execute(step)), 0)
        : new Closing(bookkeeping.finish(step, journaled), Bookkeeping.guard());
  }

  /**
   * Whether a transaction failed for want of what was prepared, and can be tried again without:
   * revisions may say {@code DEALLOCATE ALL} or {@code DISCARD ALL}.
   */
  boolean isLost(CommandFailure failure) {
    boolean lost =
        prepared
            && failure.phase() == Phase.BOOKKEEPING
            && failure.reason() instanceof SQLException reason
            && SqlStates.isMissingStatement(reason);
    prepared &= !lost;
    return lost;
  }

  interface Work {
    void run() throws SQLException;
  }

  /** Does the work of the run, and leaves nothing of the frame in the session. */
  void during(Work work) throws SQLException {
    try {
      work.run();
    } catch (SQLException | RuntimeException | Error ex) {
      CleanUp.after(ex, connection, this::deallocate);
      throw ex;
    }
    deallocate();
  }

  private void deallocate() throws SQLException {
    if (!prepared) {
      return;
    }
    prepared = false;
    try {
      execute(List.of(NO_OPENING, PreparedFinish.deallocate()));
    } catch (SQLException ex) {
      if (!SqlStates.isMissingStatement(ex)) {
        throw ex;
      }
    }
  }

  private void execute(List<String> statements) throws SQLException {
    try {
      Batch.execute(connection, statements);
    } catch (BatchFailure failure) {
      throw failure.failure();
    }
  }
}
