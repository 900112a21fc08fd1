package dev.migrations.engine;

import dev.migrations.fixture.FaultProxy;
import dev.migrations.fixture.FaultyConnection;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireStep;
import dev.migrations.fixture.WireStep.Moment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A run in a thread of its own, whose first connection is held at one of its steps. */
final class HeldRun implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final FaultProxy proxy;
  private final CompletableFuture<RunReport> report;

  private HeldRun(FaultProxy proxy, CompletableFuture<RunReport> report) {
    this.proxy = proxy;
    this.report = report;
  }

  /**
   * Returns when the run is held.
   *
   * @param same where the same run is made first, and not held, to find the step
   * @param step the first such step is the one
   */
  static HeldRun start(
      TestDatabase db,
      TestDatabase same,
      Function<DataSource, RunReport> run,
      Predicate<WireStep> step,
      Moment moment)
      throws Exception {
    return start(db, same, run, step, moment, UnaryOperator.identity());
  }

  /**
   * As {@link #start(TestDatabase, TestDatabase, Function, Predicate, Moment)}.
   *
   * @param around what stands between the run and its connections
   */
  static HeldRun start(
      TestDatabase db,
      TestDatabase same,
      Function<DataSource, RunReport> run,
      Predicate<WireStep> step,
      Moment moment,
      UnaryOperator<DataSource> around)
      throws Exception {
    FaultProxy proxy = new FaultProxy(db);
    proxy.stopAt(find(same, run, step), moment);
    DataSource dataSource = around.apply(proxy.dataSource());
    HeldRun held = new HeldRun(proxy, CompletableFuture.supplyAsync(() -> run.apply(dataSource)));
    proxy.stopped().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return held;
  }

  private static WireStep find(
      TestDatabase db, Function<DataSource, RunReport> run, Predicate<WireStep> step) {
    try (FaultProxy undisturbed = new FaultProxy(db)) {
      run.apply(undisturbed.dataSource());
      return undisturbed.steps().stream().filter(step).findFirst().orElseThrow();
    }
  }

  FaultyConnection connection() {
    return proxy.held();
  }

  boolean isDone() {
    return report.isDone();
  }

  RunReport awaitEnd() throws InterruptedException, ExecutionException, TimeoutException {
    return report.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    proxy.close();
  }
}
