package dev.migrations.sql;

/** How far strings, quoted names and block comments reach: -1 when they are never closed. */
final class Quotes {

  private Quotes() {}

  static int stringEnd(String text, int quote, boolean backslashEscapes) {
    int at = quote + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'') {
        if (!text.startsWith("'", at + 1)) {
          return at + 1;
        }
        at++;
      } else if (c == '\\' && backslashEscapes) {
        at++;
      }
      at++;
    }
    return -1;
  }

  static int nameEnd(String text, int quote) {
    int at = text.indexOf('"', quote + 1);
    while (at >= 0 && text.startsWith("\"", at + 1)) {
      at = text.indexOf('"', at + 2);
    }
    return at < 0 ? -1 : at + 1;
  }

  /** The delimiter of a dollar quote, such as {@code $body$}; empty when none stands here. */
  static String dollarDelimiter(String text, int dollar) {
    int at = dollar + 1;
    while (at < text.length()
        && text.charAt(at) != '$'
        && Characters.continuesName(text.charAt(at))) {
      at++;
    }
    boolean digitFirst = dollar + 1 < at && Characters.isDigit(text.charAt(dollar + 1));
    return digitFirst || !text.startsWith("$", at) ? "" : text.substring(dollar, at + 1);
  }

  static int dollarEnd(String text, int dollar, String delimiter) {
    int close = text.indexOf(delimiter, dollar + delimiter.length());
    return close < 0 ? -1 : close + delimiter.length();
  }

  /** Comments nest. */
  static int commentEnd(String text, int start) {
    int at = start + 2;
    int depth = 1;
    while (at < text.length()) {
      if (text.startsWith("*/", at)) {
        at += 2;
        depth--;
        if (depth == 0) {
          return at;
        }
      } else if (text.startsWith("/*", at)) {
        at += 2;
        depth++;
      } else {
        at++;
      }
    }
    return -1;
  }
}
