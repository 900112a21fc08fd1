package dev.migrations.sql;

/**
 * Writes a statement so that pgjdbc sends it whole. The driver looks for semicolons itself, and
 * loses its way in escape strings that are continued or hold quotes of both kinds, and in comments
 * that begin with slash, star, slash. What it is given instead means the same to the server, and is
 * as long, so that the position of an error stays right.
 *
 * @since 0.1.0
 */
public final class DriverText {

  private DriverText() {}

  /** The statement as the driver is to see it; the same text unless the driver could cut it. */
  public static String of(String statement) {
    return statement.indexOf(';') < 0 ? statement : rewrite(statement);
  }

  private static String rewrite(String statement) {
    StringBuilder text = new StringBuilder(statement);
    SqlLexer lexer = new SqlLexer(statement);
    while (lexer.next() != SqlToken.END) {
      if (lexer.token() == SqlToken.BLOCK_COMMENT) {
        blank(text, lexer.start(), lexer.end());
      } else if (lexer.isEscapeString()) {
        boolean continued = statement.charAt(lexer.start()) == '\'';
        if (continued) {
          doubleQuotes(text, lexer.start() + 1, lexer.end() - 1);
        } else {
          escapeQuotes(text, lexer.start() + 2, lexer.end() - 1);
        }
      }
    }
    return text.toString();
  }

  private static void blank(StringBuilder text, int from, int to) {
    if (!isConfusing(text, from, to)) {
      return;
    }
    for (int at = from; at < to; at++) {
      if (!Characters.isNewLine(text.charAt(at))) {
        text.setCharAt(at, ' ');
      }
    }
  }

  /** A search of the whole text, for each of its comments, would take too long. */
  private static boolean isConfusing(StringBuilder text, int from, int to) {
    for (int at = from; at < to - 2; at++) {
      if (text.charAt(at) == '/' && text.charAt(at + 1) == '*' && text.charAt(at + 2) == '/') {
        return true;
      }
    }
    return false;
  }

  /** To the driver, what continues an escape string is a plain one. */
  private static void doubleQuotes(StringBuilder text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == '\\') {
        if (text.charAt(at + 1) == '\'') {
          text.setCharAt(at, '\'');
        }
        at++;
      }
    }
  }

  /** To the driver, a doubled quote ends an escape string and begins a plain one. */
  private static void escapeQuotes(StringBuilder text, int from, int to) {
    int doubled = -1;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '\'') {
        doubled = doubled < 0 ? at : doubled;
        at++;
      } else if (c == '\\') {
        if (doubled >= 0 && text.charAt(at + 1) == '\'') {
          escapeDoubled(text, doubled, at);
          doubled = -1;
        }
        at++;
      }
    }
  }

  private static void escapeDoubled(StringBuilder text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == '\'') {
        text.setCharAt(at, '\\');
      }
      if (text.charAt(at) == '\\') {
        at++;
      }
    }
  }
}
