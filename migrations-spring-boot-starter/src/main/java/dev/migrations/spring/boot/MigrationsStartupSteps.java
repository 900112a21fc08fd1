package dev.migrations.spring.boot;

import dev.migrations.engine.MigrationsListener;
import dev.migrations.engine.RunReport;
import dev.migrations.engine.StepReport;
import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

/**
 * Records a startup step {@code migrations.run} for a run that has something to do, and below it a
 * step {@code migrations.revision} for each revision. They are seen at {@code /actuator/startup}
 * and in Java Flight Recorder, where the application turns one of these on.
 *
 * @since 0.1.0
 */
public final class MigrationsStartupSteps implements MigrationsListener {

  private final ApplicationStartup startup;

  // Startup steps nest per thread, and a run stays on the thread that began it.
  private final ThreadLocal<Deque<StartupStep>> open = ThreadLocal.withInitial(ArrayDeque::new);

  /** Records with the given collector, the application context's as a rule. */
  public MigrationsStartupSteps(ApplicationStartup startup) {
    this.startup = startup;
  }

  @Override
  public void runStarted(Plan plan) {
    begin("migrations.run")
        .tag("direction", plan.direction().name())
        .tag("revisions", String.valueOf(plan.steps().size()));
  }

  @Override
  public void stepStarted(PlanStep step) {
    begin("migrations.revision")
        .tag("direction", step.direction().name())
        .tag("revision", step.revision());
  }

  /** Where somebody looks at them, they take the time that their revision takes. */
  @Override
  public boolean needsCallsBetweenSteps() {
    return startup != ApplicationStartup.DEFAULT;
  }

  @Override
  public void stepFinished(StepReport report) {
    StartupStep step = open.get().poll();
    if (step != null) {
      step.end();
    }
  }

  @Override
  public void runFinished(RunReport report) {
    for (StartupStep step : open.get()) {
      step.tag("outcome", report.outcome().name()).end();
    }
    open.remove();
  }

  private StartupStep begin(String name) {
    StartupStep step = startup.start(name);
    open.get().push(step);
    return step;
  }
}
