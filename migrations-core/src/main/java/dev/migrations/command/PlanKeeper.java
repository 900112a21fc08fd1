package dev.migrations.command;

import dev.migrations.engine.MigrationsListener;
import dev.migrations.engine.RunReport;
import dev.migrations.graph.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the plan that a run carried out. */
final class PlanKeeper implements MigrationsListener {

  private @Nullable Plan plan;

  @Override
  public void runStarted(Plan started) {
    plan = started;
  }

  @Override
  public boolean needsCallsBetweenSteps() {
    return false;
  }

  RunResult result(RunReport report) {
    Plan carriedOut =
        plan == null
            ? new Plan(report.direction(), report.rowsBefore(), report.rowsAfter(), List.of())
            : plan;
    return new RunResult(carriedOut, report);
  }
}
