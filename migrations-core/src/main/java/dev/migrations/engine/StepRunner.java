package dev.migrations.engine;

import dev.migrations.engine.CommandFailure.Phase;
import dev.migrations.operation.Command;
import dev.migrations.operation.Unit;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one revision: its units in order, from behind the last one that is done. */
final class StepRunner {

  private static final Logger log = LoggerFactory.getLogger(StepRunner.class);

  private final Session session;
  private final DatabaseState state;
  private final MigrationsSettings settings;
  private final Bookkeeping bookkeeping;
  private final TransactionFrame frame;
  private final Journal journal;
  private final TransactionRunner transactions;
  private final StatementRunner statements;
  private final BatchRunner batches;
  private final Retries retries;
  private final Heartbeat heartbeat;

  StepRunner(
      Session session,
      DatabaseState state,
      MigrationsSettings settings,
      Bookkeeping bookkeeping,
      TransactionFrame frame,
      Heartbeat heartbeat) {
    this.heartbeat = heartbeat;
    this.session = session;
    this.state = state;
    this.settings = settings;
    this.bookkeeping = bookkeeping;
    this.frame = frame;
    this.journal = new Journal(state.tables());
    this.transactions = new TransactionRunner(session.connection());
    this.statements = new StatementRunner(session.connection());
    this.retries = new Retries(session.connection(), settings.lockAttempts());
    this.batches = new BatchRunner(session.connection(), state, settings, retries);
  }

  /**
   * @param number which of the run's revisions it is, from 1
   * @param revisions how many there are
   * @throws RevisionFailedException when a unit failed
   * @throws RevisionUnderWayException when units that an earlier run committed were edited
   */
  void run(Units sequence, int number, int revisions) {
    Step step = sequence.step();
    List<Unit> units = sequence.all();
    List<JournalEntry> noted = state.journalOf(step.revision(), step.direction());
    int done = unitsDone(step, units, noted);
    boolean journaled = sequence.needJournal() || !noted.isEmpty() || step.planned().isOfHalfDone();
    long start = System.nanoTime();
    int running = done;
    try {
      if (!noted.isEmpty()) {
        heartbeat.during(
            Progress.of(step, number, revisions, done, units), () -> clearFormer(units, noted));
      }
      for (; running < units.size(); running++) {
        int unit = running;
        JournalEntry started = started(noted, unit);
        BatchMeter meter = new BatchMeter();
        heartbeat.during(
            Progress.of(step, number, revisions, unit, units),
            meter,
            () -> run(sequence, unit, started, journaled, meter));
      }
      if (done == units.size() || sequence.endOutside()) {
        running = units.size();
        runLastTransaction(step, List.of(), journaled);
      }
    } catch (CommandFailure failure) {
      Duration ran = Duration.ofNanos(System.nanoTime() - start);
      throw new Failures(session.connection(), step, units.size(), settings)
          .report(failure, running, ran, bookkeeping);
    }
  }

  private void clearFormer(List<Unit> units, List<JournalEntry> noted) throws CommandFailure {
    for (JournalEntry entry : noted) {
      if (!entry.done() && entry.indexName() != null && !entry.isOf(units)) {
        statements.clearFormer(entry.indexName());
      }
    }
  }

  private static int unitsDone(Step step, List<Unit> units, List<JournalEntry> noted) {
    int done = 0;
    for (JournalEntry entry : noted) {
      if (entry.done() && !entry.isOf(units)) {
        throw RevisionUnderWayException.edited(step, entry.unit() + 1);
      }
      if (!entry.done() && entry.position() != null && !entry.isWalkOf(units)) {
        throw RevisionUnderWayException.editedWalk(step, entry.unit() + 1, entry.position());
      }
      if (entry.done()) {
        done = entry.unit() + 1;
      }
    }
    if (done > 0) {
      log.info(
          "Revision {} stopped half way in an earlier run; going on behind unit {} of {}",
          step.revision(),
          done,
          units.size());
    }
    return done;
  }

  private static @Nullable JournalEntry started(List<JournalEntry> noted, int unit) {
    return noted.stream()
        .filter(entry -> entry.unit() == unit && !entry.done())
        .findFirst()
        .orElse(null);
  }

  private void run(
      Units units, int index, @Nullable JournalEntry started, boolean journaled, BatchMeter meter)
      throws CommandFailure {
    StepUnit place = units.at(index);
    Step step = place.step();
    if (place.unit() instanceof Unit.Transaction transaction) {
      if (index == units.all().size() - 1) {
        runLastTransaction(step, transaction.commands(), journaled);
      } else {
        List<String> noted = journal.done(place, started != null);
        Closing closing = new Closing(noted, noted.size() - 1);
        runTransaction(step, transaction.commands(), () -> closing);
      }
    } else if (place.unit() instanceof Unit.OutsideTransaction single) {
      runOutside(place, single, started != null);
    } else if (place.unit() instanceof Unit.Batches inBatches) {
      runBatches(place, inBatches, started, meter);
    }
  }

  private void runLastTransaction(Step step, List<Command> commands, boolean journaled)
      throws CommandFailure {
    runTransaction(step, commands, () -> frame.finish(step, journaled));
  }

  private void runTransaction(Step step, List<Command> commands, Supplier<Closing> closing)
      throws CommandFailure {
    retries.run(
        step.work(),
        () -> {
          try {
            transactions.run(frame.opening(), commands, closing.get());
          } catch (CommandFailure failure) {
            if (!frame.isLost(failure)) {
              throw failure;
            }
            transactions.run(frame.opening(), commands, closing.get());
          }
        });
  }

  private void runOutside(StepUnit place, Unit.OutsideTransaction unit, boolean startedBefore)
      throws CommandFailure {
    List<String> before =
        List.of(
            state
                .sessionDefaults()
                .forStatement(
                    unit.statement(), settings.lockTimeout(), settings.statementTimeout()),
            journal.started(place));
    try {
      retries.run(place.step().work(), () -> statements.run(unit, before, startedBefore));
    } catch (CommandFailure failure) {
      forget(place, failure);
      throw failure;
    }
    try {
      Batch.execute(
          session.connection(),
          List.of(journal.finished(place), state.sessionDefaults().restore()));
    } catch (BatchFailure failure) {
      throw new CommandFailure(Phase.BOOKKEEPING, null, 0, failure.failure());
    }
  }

  private void runBatches(
      StepUnit place, Unit.Batches unit, @Nullable JournalEntry started, BatchMeter meter)
      throws CommandFailure {
    try {
      batches.run(place, unit, started, meter);
    } catch (CommandFailure failure) {
      forget(place, failure);
      throw failure;
    }
  }

  /** A statement that failed is not under way; only a crash leaves it so. */
  private void forget(StepUnit place, CommandFailure failure) {
    CleanUp.execute(failure, session.connection(), journal.failed(place.step(), place.index()));
  }
}
