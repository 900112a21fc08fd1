package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How fast batches follow each other, and what they wait for.
 *
 * @param rows how many rows the first batch has; all of them without a target time
 * @param targetTime how long a batch shall take, to which the number of rows is adapted; {@code
 *     null} to leave it as it is
 * @param pause how long to wait between two batches; zero for not at all
 * @param maxReplicaLag how far a replica may be behind before the next batch waits for it; {@code
 *     null} for any
 * @param maxTransactionAge how long another transaction may be open before the next batch waits for
 *     its end; {@code null} for any
 * @since 0.1.0
 */
public record BatchPace(
    int rows,
    @Nullable Duration targetTime,
    Duration pause,
    @Nullable Duration maxReplicaLag,
    @Nullable Duration maxTransactionAge) {

  /** The most rows that a batch has. */
  public static final int MOST_ROWS = 100_000;

  /**
   * Checks the numbers.
   *
   * @throws MigrationsException when one is out of its bounds
   */
  public BatchPace {
    if (rows < 1 || rows > MOST_ROWS) {
      throw new MigrationsException(
          "A batch cannot have %s rows.".formatted(rows),
          "Take between 1 and %s rows; a thousand is a good start.".formatted(MOST_ROWS));
    }
    positive("target time of a batch", targetTime);
    positive("limit on the lag of replicas", maxReplicaLag);
    positive("limit on the age of transactions", maxTransactionAge);
    if (pause.isNegative()) {
      throw new MigrationsException(
          "The pause between two batches is " + pause + ".", "Take zero or more.");
    }
  }

  private static void positive(String what, @Nullable Duration duration) {
    if (duration != null && (duration.isNegative() || duration.isZero())) {
      throw new MigrationsException(
          "The " + what + " is " + duration + ".", "Take more than zero.");
    }
  }
}
