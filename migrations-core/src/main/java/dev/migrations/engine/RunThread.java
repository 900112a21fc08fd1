package dev.migrations.engine;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread beside that of a run: it neither keeps the process alive nor holds up the run's end. */
final class RunThread {

  private static final Logger log = LoggerFactory.getLogger(RunThread.class);

  static final Duration LONGEST_GOODBYE = Duration.ofSeconds(1);

  private RunThread() {}

  static ThreadFactory named(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Waits for a moment; what takes longer, as a connection that never answers, ends on its own. */
  static void awaitEnd(ExecutorService thread) {
    try {
      if (!thread.awaitTermination(LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("A thread of the run has not ended within {}", LONGEST_GOODBYE);
      }
    } catch (InterruptedException ex) {
      Thread.currentThread().interrupt();
    }
  }
}
