package dev.migrations.chaos;

import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.FaultProxy;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireStep.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One fault, in a database of its own, and what the next run makes of it. */
final class Trial implements AutoCloseable {

  private final FaultPoint point;
  private final @Nullable Stage last;
  private final TestDatabase db;
  private final FaultProxy proxy;
  private final Sessions sessions;
  private volatile @Nullable Reader reader;
  private boolean besideTheOld;

  /**
   * @param last where the runs behind it go on to; {@code null} for no further than the point's own
   */
  Trial(FaultPoint point, @Nullable Stage last, TestDatabase db) {
    this.point = point;
    this.last = last;
    this.db = db;
    this.sessions = new Sessions(db);
    this.proxy = new FaultProxy(db);
    proxy.stopAt(
        point.step(),
        point.moment(),
        () -> reader = point.moment() == Moment.DURING ? new Reader(db) : null);
  }

  FaultPoint point() {
    return point;
  }

  /** Whether the next run began while the old backend was still at work. */
  boolean wasBesideTheOld() {
    return besideTheOld;
  }

  /** Starts the run that meets the fault, in another JVM. */
  CompletableFuture<String> start(ChildJvm child) {
    Stage stage = point.stage();
    return child.run(proxy.jdbcUrl(), db.user(), db.password(), stage.direction(), stage.target());
  }

  /** Starts the run that meets the fault, in this JVM. */
  EngineRun start() {
    return start(proxy.dataSource());
  }

  private EngineRun start(DataSource dataSource) {
    return EngineRun.start(dataSource, point.stage().direction(), point.stage().target());
  }

  void awaitHeld(CompletableFuture<?> end) throws Exception {
    CompletableFuture.anyOf(proxy.stopped(), end)
        .get(EngineRun.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (!proxy.stopped().isDone()) {
      throw new IllegalStateException("The run ended before it came there: " + end.get());
    }
    if (point.moment() == Moment.DURING) {
      await(() -> sessions.isBlocked(oldPid()) || !sessions.isAtWork(oldPid()));
    }
  }

  /** The process of the run has been killed. */
  void killed() {
    proxy.held().cut();
  }

  /** Makes the fault, and waits for the end of the run that meets it. */
  void strike(EngineRun run) throws Exception {
    switch (point.fault()) {
      case KILL -> throw new IllegalStateException("A JVM cannot kill itself and go on");
      case TERMINATE -> {
        sessions.terminate(oldPid());
        proxy.held().releaseEnded();
      }
      case CUT -> proxy.held().cut();
      case OVERTAKE -> overtake();
    }
    // One that goes on by itself may wait for the reader; one that has failed leaves it there.
    await(() -> run.isDone() || isAnotherWaiting());
    if (!run.isDone()) {
      closeReader();
    }
    MigrationsException failure = run.awaitEnd();
    if (failure != null && !point.mayEndTheRun()) {
      throw failure;
    }
  }

  private void overtake() throws Exception {
    proxy.held().executeUnheard("SELECT pg_advisory_unlock_all()");
    EngineRun other = start(db.dataSource());
    await(() -> other.isDone() || isAnotherWaiting());
    proxy.held().release();
    // Whether it fails depends on who of the two commits first.
    other.awaitEnd();
  }

  /** Runs again, straight to the server and at once; says what is then not as it must be. */
  List<String> goOn() throws Exception {
    EngineRun next = start(db.dataSource());
    if (reader != null) {
      await(() -> next.isDone() || isAnotherWaiting());
      besideTheOld = sessions.isAtWork(oldPid());
      closeReader();
    }
    next.awaitSuccess();
    List<String> differences = differencesFrom(point.stage());
    if (last != null && differences.isEmpty()) {
      EngineRun.start(db.dataSource(), last.direction(), last.target()).awaitSuccess();
      differences = differencesFrom(last);
    }
    return differences;
  }

  private List<String> differencesFrom(Stage stage) {
    sessions.close();
    Snapshot snapshot = Snapshot.of(db);
    List<String> differences = new ArrayList<>(snapshot.differencesFrom(stage.after()));
    // A killed run has nobody to write that it failed.
    String mayHaveFailed = point.fault() == Fault.KILL ? "" : point.stage().revision();
    snapshot.failed().stream()
        .filter(revision -> !mayHaveFailed.equals(revision))
        .forEach(revision -> differences.add("+ failed: " + revision));
    return differences;
  }

  private boolean isAnotherWaiting() {
    return sessions.isAnotherBlocked(oldPid()) || sessions.isAnotherPolling(oldPid());
  }

  private int oldPid() {
    return proxy.held().serverPid();
  }

  private static void await(Callable<Boolean> condition) {
    Sessions.await(condition, EngineRun.PATIENCE);
  }

  private void closeReader() {
    Reader open = reader;
    if (open != null) {
      open.close();
      reader = null;
    }
  }

  @Override
  public void close() {
    closeReader();
    sessions.close();
    proxy.close();
    db.close();
  }
}
