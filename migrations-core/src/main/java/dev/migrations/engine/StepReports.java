package dev.migrations.engine;

import dev.migrations.graph.Direction;
import dev.migrations.graph.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners which steps of a run start and finish, and keeps what it told. */
final class StepReports {

  private static final Logger log = LoggerFactory.getLogger(StepReports.class);

  private final List<MigrationsListener> listeners;
  private final Direction direction;
  private final List<StepReport> finished = new ArrayList<>();

  /** The steps that are not known to be finished, of which the listeners know the first. */
  private List<Step> started = List.of();

  private long startedAt;

  StepReports(List<MigrationsListener> listeners, Direction direction) {
    this.listeners = listeners;
    this.direction = direction;
  }

  List<StepReport> finished() {
    return finished;
  }

  /** Whether a step was started of which nobody knows whether it was committed. */
  boolean isOpen() {
    return !started.isEmpty();
  }

  /** A step starts, perhaps anew. */
  void start(Step step) {
    if (!isOpen()) {
      announce(step);
    }
    started = List.of(step);
  }

  private void announce(Step step) {
    startedAt = System.nanoTime();
    listeners.forEach(listener -> listener.stepStarted(step.planned()));
  }

  /** The step that was started was committed. */
  void finish() {
    finish(Duration.ofNanos(System.nanoTime() - startedAt));
  }

  private void finish(Duration duration) {
    Step step = started.get(0);
    started = started.subList(1, started.size());
    StepReport report =
        new StepReport(step.revision(), step.script().message(), direction, duration);
    finished.add(report);
    listeners.forEach(listener -> listener.stepFinished(report));
  }

  /** What was started and is not in the rest of the plan was committed. */
  void settle(Plan rest) {
    if (isOpen() && !rest.beginsWith(started.get(0).revision())) {
      log.info("{} had been committed when the connection broke", started.get(0).work());
      finish();
    }
  }
}
