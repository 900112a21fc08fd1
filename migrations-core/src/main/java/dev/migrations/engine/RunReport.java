package dev.migrations.engine;

import dev.migrations.graph.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one call of {@link Migrations#upgrade} or {@link Migrations#downgrade} did.
 *
 * @param direction which way it went
 * @param target what it was told to reach
 * @param rowsBefore the version rows that it found, sorted
 * @param rowsAfter the version rows that it left, sorted
 * @param steps the revisions that were committed, in the order in which they ran
 * @param startedAt when it started
 * @param duration how long it took, waiting for the lock included
 * @param outcome whether it reached its target
 * @since 0.1.0
 */
public record RunReport(
    Direction direction,
    String target,
    List<String> rowsBefore,
    List<String> rowsAfter,
    List<StepReport> steps,
    Instant startedAt,
    Duration duration,
    Outcome outcome) {

  public RunReport {
    rowsBefore = List.copyOf(rowsBefore);
    rowsAfter = List.copyOf(rowsAfter);
    steps = List.copyOf(steps);
  }
}
