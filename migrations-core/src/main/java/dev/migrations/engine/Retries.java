package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import java.sql.Connection;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a unit that gave way to another session, with growing pauses. */
final class Retries {

  private static final Logger log = LoggerFactory.getLogger(Retries.class);

  private final Connection connection;
  private final int attempts;

  Retries(Connection connection, int attempts) {
    this.connection = connection;
    this.attempts = attempts;
  }

  interface Attempt {
    void run() throws CommandFailure;
  }

  interface Answer<T> {
    T call() throws CommandFailure;
  }

  void run(String work, Attempt attempt) throws CommandFailure {
    call(
        work,
        () -> {
          attempt.run();
          return true;
        });
  }

  <T> T call(String work, Answer<T> attempt) throws CommandFailure {
    for (int number = 1; ; number++) {
      try {
        return attempt.call();
      } catch (CommandFailure failure) {
        if (!failure.isLockContention() || number >= attempts) {
          throw failure;
        }
        Duration pause = Pause.backoff(number);
        log.warn(
            "{} gave way to another session: {}. {} Attempt {} of {} follows in {}",
            work,
            ServerMessage.text(failure.reason()),
            Blockers.describe(connection, failure),
            number + 1,
            attempts,
            Durations.text(pause));
        pause(pause, failure);
      }
    }
  }

  private static void pause(Duration pause, CommandFailure failure) {
    try {
      Pause.of(pause);
    } catch (MigrationsException interrupted) {
      interrupted.addSuppressed(failure.reason());
      throw interrupted;
    }
  }
}
