package dev.migrations.chaos;

import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes faults: each in a copy of the database as it was before the revision, so that none repeats
 * the history. Many runs are killed at once, since the start of a JVM is dear.
 */
final class FaultRuns implements AutoCloseable {

  private static final int KILLED_AT_ONCE = 24;

  /** So many databases there are at once. */
  private static final int OPEN = 64;

  private final List<Stage> stages;
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger besideTheOld = new AtomicInteger();
  private final Semaphore room = new Semaphore(OPEN);
  private final ExecutorService children = Executors.newFixedThreadPool(2);
  private final ExecutorService ends = Executors.newFixedThreadPool(12);
  private final Queue<Future<?>> submitted = new ConcurrentLinkedQueue<>();
  private final List<Trial> toBeKilled = new ArrayList<>();
  private final Queue<ChildJvm> waiting = new ConcurrentLinkedQueue<>();

  FaultRuns(List<Stage> stages) {
    this.stages = stages;
  }

  /** A text for each point behind which the database is not what it must be. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** How many next runs began while the backend of the broken one was still at work. */
  int besideTheOld() {
    return besideTheOld.get();
  }

  void run(List<FaultPoint> points) throws InterruptedException, ExecutionException {
    Map<Integer, List<FaultPoint>> byPlace = new LinkedHashMap<>();
    points.forEach(
        point ->
            byPlace.computeIfAbsent(point.stage().place(), place -> new ArrayList<>()).add(point));
    try (TestDatabase walking = PostgresServer.shared().createDatabase()) {
      for (Stage stage : stages) {
        List<FaultPoint> here = byPlace.remove(stage.place());
        for (FaultPoint point : here == null ? List.<FaultPoint>of() : here) {
          room.acquire();
          submit(new Trial(point, FaultPoints.goesOnTo(point, stages), walking.copy()));
        }
        if (byPlace.isEmpty()) {
          break;
        }
        History.run(walking.dataSource(), stage.direction(), stage.target());
      }
    }
    submitKill();
    for (Future<?> task = submitted.poll(); task != null; task = submitted.poll()) {
      task.get();
    }
  }

  private void submit(Trial trial) {
    if (trial.point().fault() != Fault.KILL) {
      submitted.add(ends.submit(() -> breakOff(trial)));
      return;
    }
    toBeKilled.add(trial);
    if (toBeKilled.size() == KILLED_AT_ONCE) {
      submitKill();
    }
  }

  private void submitKill() {
    List<Trial> together = List.copyOf(toBeKilled);
    toBeKilled.clear();
    if (!together.isEmpty()) {
      submitted.add(children.submit(() -> kill(together)));
    }
  }

  /** The child is killed when all its runs are where they shall be. */
  private void kill(List<Trial> together) {
    ChildJvm child = nextChild();
    List<Trial> held = new ArrayList<>();
    try {
      Map<Trial, CompletableFuture<String>> running = new LinkedHashMap<>();
      together.forEach(trial -> running.put(trial, trial.start(child)));
      running.forEach(
          (trial, run) -> {
            if (succeeds(trial, () -> trial.awaitHeld(run))) {
              held.add(trial);
            }
          });
    } finally {
      child.kill();
    }
    held.forEach(Trial::killed);
    for (Trial trial : together) {
      submitted.add(ends.submit(() -> end(trial, held.contains(trial))));
    }
  }

  /** One more is always started, so that it is ready when it is wanted. */
  private ChildJvm nextChild() {
    ChildJvm started = ChildJvm.start();
    ChildJvm ready = waiting.poll();
    if (ready == null) {
      return started;
    }
    waiting.add(started);
    return ready;
  }

  private void breakOff(Trial trial) {
    boolean broken =
        succeeds(
            trial,
            () -> {
              EngineRun run = trial.start();
              trial.awaitHeld(run.end());
              trial.strike(run);
            });
    end(trial, broken);
  }

  private void end(Trial trial, boolean broken) {
    try (trial) {
      if (broken) {
        succeeds(
            trial,
            () -> {
              List<String> differences = trial.goOn();
              if (!differences.isEmpty()) {
                failures.add(trial.point() + "\n  " + String.join("\n  ", differences));
              }
            });
      }
    }
    if (trial.wasBesideTheOld()) {
      besideTheOld.incrementAndGet();
    }
    room.release();
  }

  private interface Part {
    void run() throws Exception;
  }

  private boolean succeeds(Trial trial, Part part) {
    try {
      part.run();
      return true;
    } catch (Exception | Error ex) {
      StringWriter trace = new StringWriter();
      ex.printStackTrace(new PrintWriter(trace));
      failures.add(trial.point() + "\n" + trace.toString().indent(2));
      return false;
    }
  }

  @Override
  public void close() {
    waiting.forEach(ChildJvm::kill);
    children.shutdownNow();
    ends.shutdownNow();
  }
}
