package dev.migrations.engine;

import dev.migrations.graph.PlanStep;
import java.util.List;

/**
 * A revision that a run would apply or take back.
 *
 * @param step the step of the plan
 * @param message the revision's message
 * @param origin the file or class of the revision
 * @param losses which data are lost by it, as its author declares; most often none
 * @param units what it would execute, in order; none for a revision that only joins branches
 * @since 0.1.0
 */
public record PlannedStep(
    PlanStep step, String message, String origin, List<String> losses, List<PlannedUnit> units) {

  public PlannedStep {
    losses = List.copyOf(losses);
    units = List.copyOf(units);
  }

  PlannedStep withUnits(List<PlannedUnit> others) {
    return new PlannedStep(step, message, origin, losses, others);
  }
}
