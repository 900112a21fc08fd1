package dev.migrations.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, on a second connection, at what the working one does. There may never be a second one: the
 * pool may have one connection only, or be empty. So each look has little time, has a thread of its
 * own that is interrupted when it is over, and after one that failed there is a longer pause.
 */
final class Lookout implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Lookout.class);

  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Question question;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(RunThread.named("migrations-lookout"));

  private Duration pause = FIRST_PAUSE;
  private long nextLook = System.nanoTime();

  Lookout(Question question) {
    this.question = question;
  }

  /** May block, and is interrupted then. */
  interface Question {
    @Nullable ServerActivity ask() throws SQLException;
  }

  /** What the server says within {@link #PATIENCE}; {@code null} when it says nothing. */
  @Nullable ServerActivity look() {
    if (System.nanoTime() - nextLook < 0) {
      return null;
    }
    Future<Optional<ServerActivity>> look;
    try {
      look = thread.submit(() -> Optional.ofNullable(question.ask()));
    } catch (RejectedExecutionException closed) {
      return null;
    }
    try {
      Optional<ServerActivity> seen = look.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      pause = FIRST_PAUSE;
      return seen.orElse(null);
    } catch (TimeoutException ex) {
      look.cancel(true);
      return postpone("no connection or no answer within " + Durations.text(PATIENCE), null);
    } catch (ExecutionException ex) {
      return postpone(String.valueOf(ex.getCause()), ex.getCause());
    } catch (InterruptedException ex) {
      look.cancel(true);
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private @Nullable ServerActivity postpone(String reason, @Nullable Throwable cause) {
    log.debug(
        "No look at what the server does: {}. The next one is in {} at the earliest",
        reason,
        Durations.text(pause),
        cause);
    nextLook = System.nanoTime() + pause.toNanos();
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    return null;
  }

  /** Ends a look that is under way, so that it neither gets nor keeps a connection. */
  @Override
  public void close() {
    thread.shutdownNow();
    RunThread.awaitEnd(thread);
  }
}
