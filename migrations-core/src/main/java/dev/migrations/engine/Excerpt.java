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
    int lineEnd = statement.indexOf('\n', offset);
    int end = lineEnd < 0 ? statement.length() : lineEnd;
    String mark = " ".repeat(statement.codePointCount(lineStart, offset)) + "^";
    String upTo = statement.substring(Math.max(0, end - LONGEST), end);
    return upTo
        + "\n"
        + mark
        + (end < statement.length() ? shortened(statement.substring(end)) : "");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }
}
