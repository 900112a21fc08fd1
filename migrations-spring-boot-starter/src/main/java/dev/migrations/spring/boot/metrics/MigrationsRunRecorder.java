package dev.migrations.spring.boot.metrics;

import dev.migrations.engine.MigrationsListener;
import dev.migrations.engine.Outcome;
import dev.migrations.engine.RunReport;
import dev.migrations.engine.StepReport;
import dev.migrations.graph.Direction;
import dev.migrations.graph.PlanStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps what runs at boot did until somebody measures, and passes on what runs do from then on. A
 * run at boot comes before there is a meter registry; asking for one there would create half of the
 * application too early.
 *
 * @since 0.1.0
 */
public final class MigrationsRunRecorder implements MigrationsListener {

  private final List<RevisionRun> beforeAnySubscriber = new ArrayList<>();
  private final List<Consumer<RevisionRun>> subscribers = new ArrayList<>();
  private final ThreadLocal<StepClock> running = new ThreadLocal<>();

  @Override
  public void stepStarted(PlanStep step) {
    running.set(new StepClock(step.direction(), System.nanoTime()));
  }

  @Override
  public boolean needsCallsBetweenSteps() {
    return false;
  }

  @Override
  public void stepFinished(StepReport report) {
    running.remove();
    record(new RevisionRun(report.direction(), Outcome.SUCCEEDED, report.duration()));
  }

  @Override
  public void runFinished(RunReport report) {
    StepClock unfinished = running.get();
    running.remove();
    if (unfinished != null) {
      record(new RevisionRun(unfinished.direction(), Outcome.FAILED, unfinished.elapsed()));
    }
  }

  /** Hands over what was kept, and from then on every revision right after it ran. */
  synchronized void subscribe(Consumer<RevisionRun> subscriber) {
    beforeAnySubscriber.forEach(subscriber);
    subscribers.add(subscriber);
  }

  private synchronized void record(RevisionRun run) {
    if (subscribers.isEmpty()) {
      beforeAnySubscriber.add(run);
    }
    subscribers.forEach(subscriber -> subscriber.accept(run));
  }

  /** A revision that ran, whether or not it was committed. */
  record RevisionRun(Direction direction, Outcome outcome, Duration duration) {}

  private record StepClock(Direction direction, long startedNanos) {
    Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
  }
}
