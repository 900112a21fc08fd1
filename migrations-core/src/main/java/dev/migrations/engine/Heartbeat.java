package dev.migrations.engine;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs, while a unit takes long, that it is still running: a boot that is silent looks hung. */
final class Heartbeat implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

  static final Duration INTERVAL = Duration.ofSeconds(10);

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, "migrations-heartbeat");
            thread.setDaemon(true);
            return thread;
          });
  private final Duration interval;

  Heartbeat(Duration interval) {
    this.interval = interval;
    // Most units end long before their first beat, and there may be thousands of them.
    timer.setRemoveOnCancelPolicy(true);
  }

  interface Work {
    void run() throws CommandFailure;
  }

  /** Does the work, and logs at every interval that it is not done yet. */
  void during(String name, Work work) throws CommandFailure {
    long start = System.nanoTime();
    ScheduledFuture<?> beats =
        timer.scheduleAtFixedRate(
            () -> beat(name, start),
            interval.toMillis(),
            interval.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      work.run();
    } finally {
      beats.cancel(false);
    }
  }

  private static void beat(String work, long start) {
    log.info(
        "{} has been running for {}; pg_stat_activity shows what it does or waits for",
        work,
        Durations.text(Duration.ofNanos(System.nanoTime() - start)));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
