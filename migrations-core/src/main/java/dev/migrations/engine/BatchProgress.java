package dev.migrations.engine;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a change in batches is.
 *
 * @param rows the rows that were walked through, of an estimated total that the last {@code VACUUM}
 *     or {@code ANALYZE} of the table left; of those rows only the ones that match are changed
 * @param batchRows how many rows the next batch takes
 * @param rowsPerSecond the rate since this run began with it; 0 until the first batch is done
 * @param left how long it will take at that rate; {@code null} when the total or rate is not known
 * @param waitsFor who the next batch waits for, or {@code null}
 * @since 0.1.0
 */
public record BatchProgress(
    PhaseProgress rows,
    int batchRows,
    long rowsPerSecond,
    @Nullable Duration left,
    @Nullable String waitsFor) {

  private static final String PHASE = "in batches";

  static BatchProgress of(long done, long doneBefore, long total, int batchRows, Duration running) {
    long estimate = total <= 0 ? 0 : Math.max(total, done);
    double seconds = running.toNanos() / 1e9;
    double rate = seconds > 0 ? (done - doneBefore) / seconds : 0;
    Duration left =
        estimate > 0 && rate > 0
            ? Duration.ofMillis((long) ((estimate - done) * 1_000 / rate))
            : null;
    return new BatchProgress(
        new PhaseProgress(PHASE, done, estimate, "rows"), batchRows, Math.round(rate), left, null);
  }

  BatchProgress waitingFor(@Nullable String what) {
    return new BatchProgress(rows, batchRows, rowsPerSecond, left, what);
  }

  /**
   * As one reads it: {@code in batches, 63 % (630,000 of 1,000,000 rows), 5,200 rows/s, 1 min 11 s
   * left}.
   */
  public String text() {
    return rows.text()
        + (rowsPerSecond > 0 ? String.format(Locale.ROOT, ", %,d rows/s", rowsPerSecond) : "")
        + (left == null ? "" : ", " + Durations.seconds(left) + " left")
        + (waitsFor == null ? "" : "; waits for " + waitsFor);
  }
}
