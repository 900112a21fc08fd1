package dev.migrations.benchmarks.live;

import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Something that ran beside the traffic.
 *
 * @param seconds how long it ran
 * @param statements how many statements of the traffic there were meanwhile
 * @param waits the 50th and 99th percentile of what they took and the longest one; the longest that
 *     one waited for a lock; in milliseconds, as table cells
 */
record Measurement(double seconds, int statements, String waits) {

  static Measurement of(Server server, DataSource database, LiveTable table, Runnable work) {
    Traffic traffic = new Traffic(database, table);
    double seconds;
    try (traffic) {
      pause(1_000);
      traffic.startCounting();
      server.startCounting();
      long start = System.nanoTime();
      work.run();
      seconds = (System.nanoTime() - start) / 1e9;
    }
    Waits waits = traffic.waits();
    return new Measurement(
        seconds,
        waits.size(),
        "%s | %s | %s | %s"
            .formatted(
                waits.percentile(0.5),
                waits.percentile(0.99),
                waits.percentile(1),
                Waits.text(server.longestLockWait())));
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException ex) {
      Thread.currentThread().interrupt();
    }
  }

  String cells() {
    return "%s | %d | %s".formatted(Waits.text(seconds), statements, waits);
  }
}
