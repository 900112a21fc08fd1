package dev.migrations.engine;

import dev.migrations.engine.CommandFailure.Phase;
import dev.migrations.error.OneLine;
import dev.migrations.operation.Unit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out a unit in batches, from behind the last one that was committed. */
final class BatchRunner {

  private static final Logger log = LoggerFactory.getLogger(BatchRunner.class);

  private final Connection connection;
  private final Journal journal;
  private final Retries retries;
  private final String preamble;
  private final BatchTransaction transaction;

  BatchRunner(
      Connection connection, DatabaseState state, MigrationsSettings settings, Retries retries) {
    this.connection = connection;
    this.journal = new Journal(state.tables());
    this.retries = retries;
    // The planner does not know how short a batch is, and would compile it each time.
    this.preamble =
        state.sessionDefaults().forTransaction(settings.lockTimeout(), settings.statementTimeout())
            + ";\nSET LOCAL jit = off";
    this.transaction = new BatchTransaction(connection, preamble, new RowGuard(state.tables()));
  }

  /**
   * @param noted what an earlier run noted of this unit, or {@code null}
   * @param meter is told how far it is
   * @throws CommandFailure when a batch failed; those before it stay committed
   */
  void run(StepUnit place, Unit.Batches unit, @Nullable JournalEntry noted, BatchMeter meter)
      throws CommandFailure {
    note(journal.started(place));
    BatchStatement statement =
        new BatchStatement(
            unit.change(), begin(unit, noted, meter), journal, place.step(), place.index());
    BatchBrakes brakes = new BatchBrakes(connection, unit.pace(), meter);
    String position = noted == null ? null : noted.position();
    long rowsDone = noted == null ? 0 : noted.rowsDone();
    long changed = 0;
    int rows = unit.pace().rows();
    boolean full = true;
    while (full) {
      await(brakes, unit);
      BatchTransaction.Done done;
      try {
        done = batch(place.step(), unit, statement.sql(position, rows));
      } catch (CommandFailure failure) {
        throw position == null ? failure : failure.keeping(kept(position, rowsDone));
      }
      changed += done.changed();
      if (done.position() != null) {
        position = done.position();
        rowsDone = done.rowsDone();
      }
      // One that is not full met the end of the table.
      full = done.taken() == rows;
      rows = BatchSize.next(unit.pace(), rows, done.took());
      meter.done(rowsDone, rows);
      if (full && !unit.pace().pause().isZero()) {
        Pause.of(unit.pace().pause());
      }
    }
    note(journal.finished(place));
    log.info(
        "Done: {}; {} rows from the start, of which this run changed {}",
        OneLine.of(unit.change().summary()),
        rowsDone,
        changed);
  }

  private BatchTransaction.Done batch(Step step, Unit.Batches unit, String sql)
      throws CommandFailure {
    return retries.call(step.work(), () -> transaction.run(sql, unit.change().statement()));
  }

  private static void await(BatchBrakes brakes, Unit.Batches unit) throws CommandFailure {
    try {
      brakes.await();
    } catch (SQLException ex) {
      throw new CommandFailure(Phase.COMMAND, unit.commands().get(0), 0, ex);
    }
  }

  private void note(String statement) throws CommandFailure {
    try {
      Batch.execute(connection, List.of(statement));
    } catch (BatchFailure failure) {
      boolean moved = SqlStates.isNullRefused(failure.failure());
      throw new CommandFailure(moved ? Phase.GUARD : Phase.BOOKKEEPING, null, 0, failure.failure());
    }
  }

  /** Looks up the key, with the search path that the batches will have. */
  private BatchKey begin(Unit.Batches unit, @Nullable JournalEntry noted, BatchMeter meter)
      throws CommandFailure {
    try {
      connection.setAutoCommit(false);
      BatchKey key = lookUp(unit, noted, meter);
      Rollback.of(connection);
      tellOfEarlierRun(unit, noted);
      return key;
    } catch (SQLException | RuntimeException ex) {
      CommandFailure failure = new CommandFailure(Phase.COMMAND, unit.commands().get(0), 0, ex);
      Rollback.after(failure, connection);
      throw failure;
    }
  }

  private BatchKey lookUp(Unit.Batches unit, @Nullable JournalEntry noted, BatchMeter meter)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(preamble);
    }
    BatchKey key = BatchKey.find(connection, unit.change());
    long estimate = BatchKey.estimate(connection, unit.change());
    meter.begin(noted == null ? 0 : noted.rowsDone(), estimate, unit.pace().rows());
    return key;
  }

  private static void tellOfEarlierRun(Unit.Batches unit, @Nullable JournalEntry noted) {
    if (noted == null || noted.position() == null) {
      return;
    }
    log.info("Going on behind {}, {} rows from the start", noted.position(), noted.rowsDone());
    if (!noted.checksum().equals(UnitChecksum.of(unit))) {
      log.warn(
          "The text was edited since: the rows up to {} are as the former one left them",
          noted.position());
    }
  }

  private static String kept(String position, long rowsDone) {
    return "The batches before it stay committed, %s rows up to %s; the next run goes on behind them."
        .formatted(rowsDone, position);
  }
}
