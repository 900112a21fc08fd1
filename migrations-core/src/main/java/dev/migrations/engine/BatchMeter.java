package dev.migrations.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keeps how far a change in batches is, for the threads that tell of it. */
final class BatchMeter {

  private volatile @Nullable BatchProgress progress;
  private long doneBefore;
  private long total;
  private long start;

  /** Batches begin, behind the rows that an earlier run has done. */
  void begin(long rowsDone, long estimate, int batchRows) {
    doneBefore = rowsDone;
    total = estimate;
    start = System.nanoTime();
    done(rowsDone, batchRows);
  }

  /** A batch was committed. */
  void done(long rowsDone, int batchRows) {
    Duration running = Duration.ofNanos(System.nanoTime() - start);
    progress = BatchProgress.of(rowsDone, doneBefore, total, batchRows, running);
  }

  /** The next batch waits; {@code null} when it does no longer. */
  void waitsFor(@Nullable String what) {
    BatchProgress now = progress;
    progress = now == null ? null : now.waitingFor(what);
  }

  /** How far it is; {@code null} when nothing runs in batches. */
  @Nullable BatchProgress progress() {
    return progress;
  }
}
