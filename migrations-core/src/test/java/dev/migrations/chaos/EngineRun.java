package dev.migrations.chaos;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A run in a thread of this JVM. */
final class EngineRun {

  static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CompletableFuture<@Nullable MigrationsException> end = new CompletableFuture<>();

  private EngineRun() {}

  static EngineRun start(DataSource dataSource, Direction direction, String target) {
    EngineRun run = new EngineRun();
    Thread thread =
        new Thread(() -> run.execute(dataSource, direction, target), "run to " + target);
    thread.setDaemon(true);
    thread.start();
    return run;
  }

  private void execute(DataSource dataSource, Direction direction, String target) {
    try {
      History.run(dataSource, direction, target);
      end.complete(null);
    } catch (MigrationsException ex) {
      end.complete(ex);
    } catch (RuntimeException | Error ex) {
      end.completeExceptionally(ex);
    }
  }

  boolean isDone() {
    return end.isDone();
  }

  /** Completes with the failure of the run, or with nothing. */
  CompletableFuture<@Nullable MigrationsException> end() {
    return end;
  }

  /** Returns when the run has ended, well or with a failure as the engine throws them. */
  @Nullable MigrationsException awaitEnd()
      throws InterruptedException, ExecutionException, TimeoutException {
    return end.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  void awaitSuccess() throws InterruptedException, ExecutionException, TimeoutException {
    MigrationsException failure = awaitEnd();
    if (failure != null) {
      throw failure;
    }
  }
}
