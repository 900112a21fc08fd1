package dev.migrations.error;

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
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder line = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '\n') {
        line.append("\\n");
      } else if (Character.isISOControl(c)) {
        line.append("\\u%04x".formatted((int) c));
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }
}
