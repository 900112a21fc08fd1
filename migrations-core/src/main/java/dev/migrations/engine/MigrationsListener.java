package dev.migrations.engine;

import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;

/**
 * Hears what a run does. All methods do nothing unless overridden; they are called on the thread
 * that runs the revisions, and what they throw stops the run.
 *
 * @since 0.1.0
 */
public interface MigrationsListener {

  /** A run is about to carry out its plan; not called when there is nothing to do. */
  default void runStarted(Plan plan) {}

  /** A revision is about to run. */
  default void stepStarted(PlanStep step) {}

  /** A revision was committed. */
  default void stepFinished(StepReport report) {}

  /** A run ended, with whatever outcome; also called when there was nothing to do. */
  default void runFinished(RunReport report) {}
}
