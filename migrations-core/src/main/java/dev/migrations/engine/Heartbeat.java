package dev.migrations.engine;

import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells, while a unit takes long, how it is getting on: a run that is silent looks hung. */
final class Heartbeat implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

  private final List<Hearer> hearers;
  private final Lookout lookout;
  private final long tickMillis;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, RunThread.named("migrations-heartbeat"));

  /**
   * @param listeners who is told, each at its own interval
   * @param lookout asks the server about the unit; ends with this
   */
  Heartbeat(List<? extends MigrationsListener> listeners, Lookout lookout) {
    this.hearers = new CopyOnWriteArrayList<>(listeners.stream().map(Hearer::of).toList());
    this.lookout = lookout;
    Duration shortest = hearers.stream().map(Hearer::interval).min(naturalOrder()).orElseThrow();
    this.tickMillis = Math.max(1, shortest.toMillis());
    // Most units end long before their first beat, and there may be thousands of them.
    timer.setRemoveOnCancelPolicy(true);
  }

  private record Hearer(MigrationsListener listener, Duration interval) {

    static Hearer of(MigrationsListener listener) {
      Duration interval = listener.progressInterval();
      if (interval.isNegative() || interval.isZero()) {
        throw new IllegalArgumentException(
            "The progressInterval of %s must be more than zero".formatted(listener));
      }
      return new Hearer(listener, interval);
    }

    boolean isDue(Duration last, Duration now) {
      return now.dividedBy(interval) > last.dividedBy(interval);
    }
  }

  interface Work {
    void run() throws CommandFailure;
  }

  /** Does the work; when this returns, nobody is told any more that it is under way. */
  void during(Progress start, Work work) throws CommandFailure {
    during(start, new BatchMeter(), work);
  }

  /** As {@link #during(Progress, Work)}, with what the work itself tells of batches. */
  void during(Progress start, BatchMeter meter, Work work) throws CommandFailure {
    Beat beat = new Beat(start, meter);
    ScheduledFuture<?> beats =
        timer.scheduleWithFixedDelay(beat, tickMillis, tickMillis, TimeUnit.MILLISECONDS);
    try {
      work.run();
    } finally {
      beats.cancel(false);
      beat.end();
    }
  }

  private final class Beat implements Runnable {

    private final Progress start;
    private final BatchMeter meter;
    private final long startedAt = System.nanoTime();
    private Duration last = Duration.ZERO;
    private boolean ended;

    Beat(Progress start, BatchMeter meter) {
      this.start = start;
      this.meter = meter;
    }

    @Override
    public void run() {
      ServerActivity activity = lookout.look();
      Duration elapsed = Duration.ofNanos(System.nanoTime() - startedAt);
      tell(start.after(elapsed, activity, meter.progress()));
    }

    private synchronized void tell(Progress progress) {
      if (ended) {
        return;
      }
      for (Hearer hearer : hearers) {
        if (hearer.isDue(last, progress.elapsed())) {
          Heartbeat.this.tell(hearer, progress);
        }
      }
      last = progress.elapsed();
    }

    synchronized void end() {
      ended = true;
    }
  }

  /** A listener that fails must not end the beat for the others. */
  private void tell(Hearer hearer, Progress progress) {
    try {
      hearer.listener().progress(progress);
    } catch (RuntimeException | Error ex) {
      hearers.remove(hearer);
      log.warn("{} failed and hears no more of the progress of this run", hearer.listener(), ex);
    }
  }

  @Override
  public void close() {
    timer.shutdown();
    lookout.close();
    RunThread.awaitEnd(timer);
  }
}
