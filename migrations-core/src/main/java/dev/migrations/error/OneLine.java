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
    if (text.codePoints().noneMatch(OneLine::isBreakOrControl)) {
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
    return text.codePoints()
        .filter(character -> character != '\t' && isBreakOrControl(character))
        .mapToObj(
            character ->
                isSurrogate(character)
                    ? "half of a character (" + escaped(character) + ")"
                    : isBreak(character)
                        ? "a line break"
                        : "the control character " + escaped(character))
        .findFirst()
        .orElse(null);
  }

  private static String escaped(int character) {
    return character == '\n' ? "\\n" : "\\u%04x".formatted(character);
  }

  private static boolean isBreakOrControl(int character) {
    return Character.isISOControl(character) || isBreak(character) || isSurrogate(character);
  }

  private static boolean isBreak(int character) {
    return "\n\r\u000b\f\u0085\u2028\u2029".indexOf(character) >= 0;
  }

  /** One without the other, which no encoding has a place for. */
  private static boolean isSurrogate(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }
}
