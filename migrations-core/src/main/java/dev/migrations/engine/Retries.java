package dev.migrations.engine;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a unit that gave way to another session, with growing pauses. */
final class Retries {

  private static final Logger log = LoggerFactory.getLogger(Retries.class);

  private final int attempts;

  Retries(int attempts) {
    this.attempts = attempts;
  }

  interface Attempt {
    void run() throws CommandFailure;
  }

  void run(Attempt attempt) throws CommandFailure {
    for (int number = 1; ; number++) {
      try {
        attempt.run();
        return;
      } catch (CommandFailure failure) {
        if (!failure.isLockContention() || number >= attempts) {
          throw failure;
        }
        Duration pause = Pause.backoff(number);
        log.warn(
            "Gave way to another session ({}); attempt {} of {} follows in {}",
            failure.reason().getMessage(),
            number + 1,
            attempts,
            Durations.text(pause));
        Pause.of(pause);
      }
    }
  }
}
