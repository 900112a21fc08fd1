package dev.migrations.engine;

import dev.migrations.graph.Plan;
import java.util.List;

/**
 * What a run would do to a database: a plan, and what its steps would execute there.
 *
 * @param plan the plan; empty when there is nothing to do
 * @param steps its steps with their statements, in the order in which they would run
 * @since 0.1.0
 */
public record PlannedRun(Plan plan, List<PlannedStep> steps) {

  public PlannedRun {
    steps = List.copyOf(steps);
  }
}
