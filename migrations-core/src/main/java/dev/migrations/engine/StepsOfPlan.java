package dev.migrations.engine;

import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import dev.migrations.script.RevisionScripts;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/** The steps of a plan in order, made one by one. */
final class StepsOfPlan implements Iterator<Step> {

  private final Iterator<PlanStep> planned;
  private final RevisionScripts scripts;
  private final OptionalLong inventory;
  private List<String> rows;

  /**
   * @param inventory what the application has, if the last step settles the database
   */
  StepsOfPlan(Plan plan, RevisionScripts scripts, OptionalLong inventory) {
    this.planned = plan.steps().iterator();
    this.scripts = scripts;
    this.inventory = inventory;
    this.rows = plan.rowsBefore();
  }

  @Override
  public boolean hasNext() {
    return planned.hasNext();
  }

  @Override
  public Step next() {
    PlanStep next = planned.next();
    Step step = Step.of(next, rows, scripts.script(next.revision()));
    rows = step.rowsAfter();
    return planned.hasNext() ? step : step.settling(inventory);
  }
}
