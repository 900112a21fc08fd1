package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting between two tries. */
final class Pause {

  private static final long FIRST_BACKOFF_MILLIS = 100;
  private static final long LONGEST_BACKOFF_MILLIS = 10_000;

  private Pause() {}

  static void of(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException ex) {
      Thread.currentThread().interrupt();
      throw new MigrationsException(
          "The run was interrupted while it waited.",
          "Start again; what was committed stays, and the next run goes on behind it.",
          ex);
    }
  }

  /** A pause that doubles with each attempt, between half and all of it, so that rivals part. */
  static Duration backoff(int attempt) {
    long longest =
        Math.min(LONGEST_BACKOFF_MILLIS, FIRST_BACKOFF_MILLIS << Math.min(attempt - 1, 10));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }
}
