package dev.migrations.engine;

import dev.migrations.graph.PlanStep;
import java.util.List;

/**
 * A revision that a run would apply or take back.
 *
 * @param step the step of the plan
 * @param message the revision's message
 * @param origin the file or class of the revision
 * @param units what it would execute, in order; none for a revision that only joins branches
 * @since 0.1.0
 */
public record PlannedStep(PlanStep step, String message, String origin, List<PlannedUnit> units) {

  public PlannedStep {
    units = List.copyOf(units);
  }
}
