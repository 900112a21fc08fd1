package dev.migrations.error;

import org.jspecify.annotations.Nullable;

/**
 * Text that comes from outside, such as a name, as it stands in a message: PostgreSQL takes line
 * ends in a name, and a log must not.
 *
 * @since 0.1.0
 */
public final class OneLine {

  private OneLine() {}

  /** The text with its control characters written as in Java: {@code \n}, {@code \u0000}. */
  public static String of(String text) {
    if (indexOfObstacle(text, false) < 0) {
      return text;
    }
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (isBreakOrControl(character)) {
                line.append(escaped(character));
              } else {
                line.appendCodePoint(character);
              }
            });
    return line.toString();
  }

  /**
   * What keeps a text from being one line that a database can hold, behind "it contains"; {@code
   * null} for nothing. A tab is no harm.
   */
  public static @Nullable String obstacle(String text) {
    int at = indexOfObstacle(text, true);
    if (at < 0) {
      return null;
    }
    int character = text.codePointAt(at);
    if (isSurrogate(character)) {
      return "half of a character (" + escaped(character) + ")";
    }
    return isBreak(character) ? "a line break" : "the control character " + escaped(character);
  }

  /** Without a stream, since a boot asks it of each id and message. */
  private static int indexOfObstacle(String text, boolean allowTab) {
    int character;
    for (int at = 0; at < text.length(); at += Character.charCount(character)) {
      character = text.codePointAt(at);
      if (isBreakOrControl(character) && !(allowTab && character == '\t')) {
        return at;
      }
    }
    return -1;
  }

  private static String escaped(int character) {
    return character == '\n' ? "\\n" : "\\u%04x".formatted(character);
  }

  private static boolean isBreakOrControl(int character) {
    return character < ' '
        || (character > '~'
            && (Character.isISOControl(character) || isBreak(character) || isSurrogate(character)));
  }

  private static boolean isBreak(int character) {
    return "\n\r\u000b\f\u0085\u2028\u2029".indexOf(character) >= 0;
  }

  /** One without the other, which no encoding has a place for. */
  private static boolean isSurrogate(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }
}
