package dev.migrations.engine;

import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How far PostgreSQL says that a long statement is (PostgreSQL manual, "Progress Reporting").
 *
 * @param phase what it is doing, in PostgreSQL's words, such as {@code building index: scanning
 *     table}
 * @param done how much of the phase is done
 * @param total how much there is to do in the phase; 0 when that is not known
 * @param measure what is counted: {@code blocks}, {@code tuples}, {@code sessions} that are waited
 *     for, {@code partitions} or {@code bytes}; {@code null} when the phase has no count
 * @since 0.1.0
 */
public record PhaseProgress(String phase, long done, long total, @Nullable String measure) {

  /**
   * How much of the phase is done, rounded down, at most 100; nothing when the total is not known,
   * and for a wait, which is not over sooner for having few sessions left.
   */
  public OptionalInt percentage() {
    if (measure == null || total <= 0 || measure.equals("sessions")) {
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) Math.max(0, Math.min(100, done * 100.0 / total)));
  }

  /** As one reads it: {@code building index: scanning table, 63 % (1,230 of 1,950 blocks)}. */
  public String text() {
    if (measure == null || (done == 0 && total == 0)) {
      return phase;
    }
    OptionalInt percentage = percentage();
    return phase
        + (percentage.isPresent() ? ", " + percentage.getAsInt() + " %" : "")
        + (total > 0
            ? String.format(Locale.ROOT, " (%,d of %,d %s)", done, total, measure)
            : String.format(Locale.ROOT, " (%,d %s)", done, measure));
  }
}
