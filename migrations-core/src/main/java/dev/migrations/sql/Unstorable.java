package dev.migrations.sql;

import org.jspecify.annotations.Nullable;

/**
 * What no text of PostgreSQL can hold: a NUL character, and half of a character. The driver would
 * send a question mark for the half.
 */
final class Unstorable {

  private Unstorable() {}

  /** Where the first one is, or -1. */
  static int indexIn(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == 0) {
        return at;
      }
      if (Character.isSurrogate(c)) {
        boolean whole =
            Character.isHighSurrogate(c)
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        if (!whole) {
          return at;
        }
        at++;
      }
    }
    return -1;
  }

  /** What it is, behind "holds"; {@code null} when the text has none. */
  static @Nullable String in(String text) {
    int at = indexIn(text, 0);
    return at < 0 ? null : nameOf(text.charAt(at));
  }

  static String nameOf(char c) {
    return c == 0 ? "a NUL character" : "half of a character (\\u%04x)".formatted((int) c);
  }
}
