package dev.migrations.benchmarks.live;

import java.util.Arrays;
import java.util.Locale;

/** How long each statement took, in nanoseconds. */
final class Waits {

  private long[] taken = new long[4096];
  private int size;

  synchronized void add(long nanos) {
    if (size == taken.length) {
      taken = Arrays.copyOf(taken, size * 2);
    }
    taken[size++] = nanos;
  }

  synchronized void clear() {
    size = 0;
  }

  synchronized int size() {
    return size;
  }

  /** The time within which this share of the statements was done, in milliseconds. */
  synchronized String percentile(double share) {
    long[] sorted = Arrays.copyOf(taken, size);
    Arrays.sort(sorted);
    int at = (int) Math.min(size - 1L, Math.round(share * size));
    return size == 0 ? "–" : text(sorted[at] / 1e6);
  }

  static String text(double number) {
    return String.format(Locale.ROOT, number < 10 ? "%.1f" : "%.0f", number);
  }
}
