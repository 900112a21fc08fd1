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
    FaultProxy proxy = new FaultProxy(db);
    proxy.stopAt(find(same, run, step), moment);
    HeldRun held =
        new HeldRun(proxy, CompletableFuture.supplyAsync(() -> run.apply(proxy.dataSource())));
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
