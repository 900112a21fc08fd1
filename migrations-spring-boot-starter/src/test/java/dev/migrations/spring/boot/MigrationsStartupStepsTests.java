package dev.migrations.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Outcome;
import dev.migrations.engine.RunReport;
import dev.migrations.engine.StepReport;
import dev.migrations.graph.Direction;
import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.context.metrics.buffering.StartupTimeline;
import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

class MigrationsStartupStepsTests {

  private static final PlanStep FIRST =
      new PlanStep(Direction.UPGRADE, "a1", List.of(), List.of("a1"));
  private static final PlanStep SECOND =
      new PlanStep(Direction.UPGRADE, "b2", List.of("a1"), List.of("b2"));
  private static final Plan PLAN =
      new Plan(Direction.UPGRADE, List.of(), List.of("b2"), List.of(FIRST, SECOND));

  private final BufferingApplicationStartup startup = new BufferingApplicationStartup(100);
  private final MigrationsStartupSteps steps = new MigrationsStartupSteps(startup);

  @Test
  void aRunIsOneStepWithOneStepBelowItForEachRevision() {
    steps.runStarted(PLAN);
    steps.stepStarted(FIRST);
    steps.stepFinished(report("a1"));
    steps.stepStarted(SECOND);
    steps.stepFinished(report("b2"));
    steps.runFinished(run(Outcome.SUCCEEDED));

    assertThat(recorded())
        .extracting(StartupStep::getName)
        .containsExactlyInAnyOrder("migrations.run", "migrations.revision", "migrations.revision");
    StartupStep run = step("migrations.run");
    assertThat(recorded())
        .filteredOn(step -> step.getName().equals("migrations.revision"))
        .allSatisfy(step -> assertThat(step.getParentId()).isEqualTo(run.getId()));
    assertThat(tags(run)).contains("direction=UPGRADE", "revisions=2", "outcome=SUCCEEDED");
  }

  @Test
  void aFailedRunEndsTheStepOfTheRevisionThatFailed() {
    steps.runStarted(PLAN);
    steps.stepStarted(FIRST);
    steps.runFinished(run(Outcome.FAILED));

    assertThat(tags(step("migrations.revision"))).contains("revision=a1", "outcome=FAILED");
    assertThat(tags(step("migrations.run"))).contains("outcome=FAILED");
  }

  @Test
  void aRunWithNothingToDoIsNoStep() {
    steps.runFinished(run(Outcome.SUCCEEDED));

    assertThat(recorded()).isEmpty();
  }

  @Test
  void eachStepTakesTheTimeOfItsRevisionWhereStepsAreRecorded() {
    assertThat(steps.needsCallsBetweenSteps()).isTrue();
    assertThat(new MigrationsStartupSteps(ApplicationStartup.DEFAULT).needsCallsBetweenSteps())
        .isFalse();
  }

  private StartupStep step(String name) {
    return recorded().stream()
        .filter(step -> step.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<StartupStep> recorded() {
    return startup.getBufferedTimeline().getEvents().stream()
        .map(StartupTimeline.TimelineEvent::getStartupStep)
        .toList();
  }

  private static List<String> tags(StartupStep step) {
    List<String> tags = new java.util.ArrayList<>();
    step.getTags().forEach(tag -> tags.add(tag.getKey() + "=" + tag.getValue()));
    return tags;
  }

  private static StepReport report(String revision) {
    return new StepReport(revision, "Something", Direction.UPGRADE, Duration.ofMillis(1));
  }

  private static RunReport run(Outcome outcome) {
    return new RunReport(
        Direction.UPGRADE,
        "head",
        List.of(),
        List.of(),
        List.of(),
        Instant.EPOCH,
        Duration.ZERO,
        outcome);
  }
}
