package dev.migrations.engine;

import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import java.time.Duration;

/**
 * Hears what a run does. All methods do nothing unless overridden. They are called on the thread
 * that runs the revisions, and what they throw stops the run; {@link #progress} alone is called on
 * another.
 *
 * @since 0.1.0
 */
public interface MigrationsListener {

  /** How often {@link #progress} is called unless a listener wants it otherwise. */
  Duration PROGRESS_INTERVAL = Duration.ofSeconds(10);

  /** A run is about to carry out its plan; not called when there is nothing to do. */
  default void runStarted(Plan plan) {}

  /** A revision is about to run. */
  default void stepStarted(PlanStep step) {}

  /**
   * A unit is still running. Called at every {@link #progressInterval} while it does, never again
   * once it ended, and on a thread of its own: while this method works, nothing else is reported
   * and the unit is not left. What it throws is logged; the run goes on, and this listener hears no
   * more of its progress.
   */
  default void progress(Progress progress) {}

  /** How often {@link #progress} is to be called; more than zero. */
  default Duration progressInterval() {
    return PROGRESS_INTERVAL;
  }

  /**
   * Whether {@link #stepStarted} must come before its revision runs and {@link #stepFinished}
   * before the next one does, as when they look at the database or may stop the run. Where no
   * listener of a run needs that, new tables are created, and what is done to them is, by several
   * revisions in one round trip to the server, and these are reported one after the other when it
   * is over.
   */
  default boolean needsCallsBetweenSteps() {
    return true;
  }

  /** A revision was committed. */
  default void stepFinished(StepReport report) {}

  /** A run ended, with whatever outcome; also called when there was nothing to do. */
  default void runFinished(RunReport report) {}
}
