package dev.migrations.sql;

/** How far a number reaches: decimal, with exponent, in another base, with underscores. */
final class Numbers {

  private Numbers() {}

  static int end(String text, int start) {
    if (text.charAt(start) == '0') {
      int end = otherBase(text, start);
      if (end > start) {
        return end;
      }
    }
    int at = digits(text, start);
    if (at(text, at) == '.' && at(text, at + 1) != '.') {
      at = digits(text, at + 1);
    }
    return exponent(text, at);
  }

  private static int otherBase(String text, int start) {
    String allowed =
        switch (at(text, start + 1)) {
          case 'x', 'X' -> "0123456789abcdefABCDEF_";
          case 'o', 'O' -> "01234567_";
          case 'b', 'B' -> "01_";
          default -> "";
        };
    int first = start + 2;
    int at = first;
    while (at < text.length() && allowed.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at > first ? at : start;
  }

  private static int digits(String text, int start) {
    int at = start;
    while (Characters.isDigit(at(text, at))
        || (at > start && at(text, at) == '_' && Characters.isDigit(at(text, at + 1)))) {
      at++;
    }
    return at;
  }

  private static int exponent(String text, int at) {
    char e = at(text, at);
    if (e != 'e' && e != 'E') {
      return at;
    }
    char sign = at(text, at + 1);
    int first = sign == '+' || sign == '-' ? at + 2 : at + 1;
    return Characters.isDigit(at(text, first)) ? digits(text, first) : at;
  }

  private static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }
}
