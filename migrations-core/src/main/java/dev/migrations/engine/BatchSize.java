package dev.migrations.engine;

import dev.migrations.operation.BatchPace;
import java.time.Duration;

/** How many rows the next batch has, from how long the last one took. */
final class BatchSize {

  private BatchSize() {}

  /**
   * Moves towards the target time, at most to the double or the half, so that one batch that was
   * slow for another reason does not count for more than it should.
   */
  static int next(BatchPace pace, int rows, Duration took) {
    Duration target = pace.targetTime();
    if (target == null) {
      return rows;
    }
    double factor = (double) target.toNanos() / Math.max(1, took.toNanos());
    long next = Math.round(rows * Math.max(0.5, Math.min(2, factor)));
    return (int) Math.max(1, Math.min(BatchPace.MOST_ROWS, next));
  }
}
