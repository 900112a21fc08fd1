package dev.migrations.sql;

/** The classes of characters that PostgreSQL's scanner tells apart. */
final class Characters {

  private Characters() {}

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isNewLine(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Everything beyond ASCII is part of a name, even what looks like white space. */
  static boolean startsName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c > 0x7F;
  }

  static boolean continuesName(char c) {
    return startsName(c) || isDigit(c) || c == '$';
  }

  static boolean isOperator(char c) {
    return "~!@#^&|`?+-*/%<>=".indexOf(c) >= 0;
  }

  /** Folds ASCII letters only, as the server does in a database of UTF-8. */
  static String lowerCase(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    for (int at = 0; at < word.length(); at++) {
      char c = word.charAt(at);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return folded.toString();
  }
}
