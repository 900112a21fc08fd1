package dev.migrations.spring.boot;

import dev.migrations.engine.MigrationsListener;
import dev.migrations.engine.Outcome;
import dev.migrations.engine.RunReport;
import dev.migrations.engine.StepReport;
import dev.migrations.graph.Direction;
import dev.migrations.graph.Plan;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs what an operator wants to read: from where to where, each revision with its time, the total.
 * A run that finds nothing to do is one line.
 *
 * <p>The lines carry key/value pairs ({@code direction}, {@code target}, {@code revision}, {@code
 * revisions}, {@code durationMs}), which Spring Boot's structured logging writes as fields.
 *
 * @since 0.1.0
 */
public final class MigrationsLog implements MigrationsListener {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationsLog.class);

  @Override
  public void runStarted(Plan plan) {
    LOG.atInfo()
        .addKeyValue("direction", plan.direction())
        .addKeyValue("revisions", plan.steps().size())
        .log(
            "{} the schema from {} to {}: {}",
            plan.direction() == Direction.UPGRADE ? "Upgrading" : "Downgrading",
            rows(plan.rowsBefore()),
            rows(plan.rowsAfter()),
            revisions(plan.steps().size()));
  }

  @Override
  public boolean needsCallsBetweenSteps() {
    return false;
  }

  @Override
  public void stepFinished(StepReport report) {
    LOG.atInfo()
        .addKeyValue("direction", report.direction())
        .addKeyValue("revision", report.revision())
        .addKeyValue("durationMs", report.duration().toMillis())
        .log(
            "{} {} ({}) in {} ms",
            report.direction() == Direction.UPGRADE ? "Applied" : "Took back",
            report.revision(),
            report.message(),
            report.duration().toMillis());
  }

  @Override
  public void runFinished(RunReport report) {
    LOG.atLevel(report.outcome() == Outcome.SUCCEEDED ? Level.INFO : Level.ERROR)
        .addKeyValue("direction", report.direction())
        .addKeyValue("target", report.target())
        .addKeyValue("revisions", report.steps().size())
        .addKeyValue("durationMs", report.duration().toMillis())
        .log(summary(report));
  }

  private static String summary(RunReport report) {
    int steps = report.steps().size();
    long millis = report.duration().toMillis();
    String rows = rows(report.rowsAfter());
    if (report.outcome() == Outcome.FAILED && steps == 0) {
      return "The %s to %s failed after %d ms; no revision was completed"
          .formatted(noun(report.direction()), report.target(), millis);
    }
    if (report.outcome() == Outcome.FAILED) {
      return "The %s to %s failed after %s and %d ms; the schema is at %s"
          .formatted(noun(report.direction()), report.target(), revisions(steps), millis, rows);
    }
    if (steps == 0) {
      return "The schema is at %s (target %s), nothing to do".formatted(rows, report.target());
    }
    return "The schema is at %s: %s in %d ms".formatted(rows, revisions(steps), millis);
  }

  private static String noun(Direction direction) {
    return direction == Direction.UPGRADE ? "upgrade" : "downgrade";
  }

  private static String rows(List<String> rows) {
    return rows.isEmpty() ? "base" : String.join(", ", rows);
  }

  private static String revisions(int count) {
    return count == 1 ? "1 revision" : count + " revisions";
  }
}
