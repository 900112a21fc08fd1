package dev.migrations.engine;

import dev.migrations.graph.Direction;
import dev.migrations.graph.Plan;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the listeners which steps of a run start and finish, and keeps what it told and where that
 * led.
 */
final class StepReports {

  private final List<MigrationsListener> listeners;
  private final Direction direction;
  private final List<StepReport> finished = new ArrayList<>();

  /** The steps that are not known to be finished, of which the listeners know the first. */
  private List<Step> started = List.of();

  private long startedAt;
  private List<String> rows = List.of();

  StepReports(List<MigrationsListener> listeners, Direction direction) {
    this.listeners = listeners;
    this.direction = direction;
  }

  List<StepReport> finished() {
    return finished;
  }

  /** The version rows behind what is finished. */
  List<String> rows() {
    return rows;
  }

  /** The version rows were read. */
  void found(List<String> rows) {
    this.rows = rows;
  }

  /** Whether a step was started of which nobody knows whether it was committed. */
  boolean isOpen() {
    return !started.isEmpty();
  }

  /** Steps start, of which the first perhaps anew. */
  void start(List<Step> steps) {
    if (!isOpen()) {
      announce(steps.get(0));
    }
    started = steps;
  }

  private void announce(Step step) {
    startedAt = System.nanoTime();
    listeners.forEach(listener -> listener.stepStarted(step.planned()));
  }

  /** Those of the started steps that were committed, if this is what is left of the plan. */
  List<Step> committedBefore(Plan rest) {
    int committed = 0;
    while (committed < started.size() && !rest.beginsWith(started.get(committed).revision())) {
      committed++;
    }
    return started.subList(0, committed);
  }

  /**
   * The first of the started steps were committed. How long each took only the server knows when
   * several were sent.
   */
  void finish(List<Step> committed, HistoryReader history) throws SQLException {
    if (started.size() == 1) {
      committed.forEach(step -> finish(Duration.ofNanos(System.nanoTime() - startedAt)));
    } else if (!committed.isEmpty()) {
      Map<String, Duration> took = new HashMap<>();
      history
          .applied(committed.stream().map(Step::revision).toList())
          .forEach(entry -> took.put(entry.revision(), entry.duration()));
      committed.forEach(step -> finish(took.getOrDefault(step.revision(), Duration.ZERO)));
    }
  }

  private void finish(Duration duration) {
    Step step = started.get(0);
    started = started.subList(1, started.size());
    rows = step.rowsAfter();
    StepReport report =
        new StepReport(step.revision(), step.script().message(), direction, duration);
    finished.add(report);
    listeners.forEach(listener -> listener.stepFinished(report));
    if (isOpen()) {
      announce(started.get(0));
    }
  }
}
