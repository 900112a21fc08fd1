package dev.migrations.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The part of a statement that a message shows. */
final class Excerpt {

  private static final int LONGEST = 2_000;

  private Excerpt() {}

  /** The statement, with a mark under the place at which the server stumbled. */
  static String of(String statement, @Nullable SQLException failure) {
    Integer position = failure == null ? null : ServerMessage.position(failure);
    if (position == null || position > statement.codePointCount(0, statement.length())) {
      return shortened(statement);
    }
    int offset = statement.offsetByCodePoints(0, position - 1);
    int lineStart = statement.lastIndexOf('\n', offset - 1) + 1;
    int newLine = statement.indexOf('\n', offset);
    int lineEnd = newLine < 0 ? statement.length() : newLine;
    int end = boundary(statement, Math.min(lineEnd, offset + LONGEST / 2));
    int start = boundary(statement, Math.max(0, end - LONGEST));
    int column = statement.codePointCount(Math.max(lineStart, start), offset);
    String rest =
        end < lineEnd ? "" : end < statement.length() ? shortened(statement.substring(end)) : "";
    return statement.substring(start, end)
        + (end < lineEnd ? " …" : "")
        + "\n"
        + " ".repeat(column)
        + "^"
        + rest;
  }

  /** Not between the halves of a character. */
  private static int boundary(String text, int at) {
    return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }

  /** The text, cut where it is long. */
  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, boundary(text, LONGEST)) + " …";
  }
}
