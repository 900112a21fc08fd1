package dev.migrations.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.migrations.engine.Outcome;
import dev.migrations.engine.RunReport;
import dev.migrations.engine.StepReport;
import dev.migrations.graph.Direction;
import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class MigrationsLogTests {

  private static final StepReport STEP =
      new StepReport("c3", "Add orders", Direction.UPGRADE, Duration.ofMillis(12));

  private final Logger logger = (Logger) LoggerFactory.getLogger(MigrationsLog.class);
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();
  private final MigrationsLog log = new MigrationsLog();

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    events.start();
    logger.addAppender(events);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(events);
    logger.setLevel(null);
  }

  @Test
  void aRunSaysFromWhereToWhereWithEachRevisionAndTheTotal() {
    log.runStarted(
        new Plan(
            Direction.UPGRADE,
            List.of(),
            List.of("c3"),
            List.of(new PlanStep(Direction.UPGRADE, "c3", List.of(), List.of("c3")))));
    log.stepFinished(STEP);
    log.runFinished(report(List.of(), List.of("c3"), List.of(STEP), Outcome.SUCCEEDED));

    assertThat(events.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "Upgrading the schema from base to c3: 1 revision",
            "Applied c3 (Add orders) in 12 ms",
            "The schema is at c3: 1 revision in 34 ms");
  }

  @Test
  void nothingToDoIsOneLine() {
    log.runFinished(report(List.of("c3"), List.of("c3"), List.of(), Outcome.SUCCEEDED));

    assertThat(events.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .isEqualTo("The schema is at c3 (target head), nothing to do");
  }

  @Test
  void aFailedRunSaysHowFarItCame() {
    log.runFinished(report(List.of(), List.of("c3"), List.of(STEP), Outcome.FAILED));

    assertThat(events.list)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.ERROR);
              assertThat(event.getFormattedMessage())
                  .isEqualTo(
                      "The upgrade to head failed after 1 revision and 34 ms; the schema is at c3");
            });
  }

  @Test
  void aRunThatFailedBeforeItBeganDoesNotGuessWhereTheSchemaIs() {
    log.runFinished(report(List.of(), List.of(), List.of(), Outcome.FAILED));

    assertThat(events.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .isEqualTo("The upgrade to head failed after 34 ms; no revision was completed");
  }

  @Test
  void aDowngradeIsCalledByItsName() {
    log.stepFinished(
        new StepReport("c3", "Add orders", Direction.DOWNGRADE, Duration.ofMillis(12)));

    assertThat(events.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .isEqualTo("Took back c3 (Add orders) in 12 ms");
  }

  @Test
  void structuredLoggingGetsFields() {
    log.stepFinished(STEP);

    assertThat(events.list.get(0).getKeyValuePairs())
        .contains(new KeyValuePair("revision", "c3"), new KeyValuePair("durationMs", 12L));
  }

  private static RunReport report(
      List<String> before, List<String> after, List<StepReport> steps, Outcome outcome) {
    return new RunReport(
        Direction.UPGRADE,
        "head",
        before,
        after,
        steps,
        Instant.EPOCH,
        Duration.ofMillis(34),
        outcome);
  }
}
