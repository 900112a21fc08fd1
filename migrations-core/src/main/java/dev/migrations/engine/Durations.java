package dev.migrations.engine;

import java.time.Duration;
import java.util.Locale;

/** Durations as one reads them in a message. */
final class Durations {

  private Durations() {}

  /** In whole seconds where it is one or more: for what goes on. */
  static String seconds(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 1 || seconds >= 60 ? text(duration) : seconds + " s";
  }

  static String text(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
    return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }
}
