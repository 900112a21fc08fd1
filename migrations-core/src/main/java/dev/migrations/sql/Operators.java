package dev.migrations.sql;

/** How far an operator reaches; a comment may begin right behind it. */
final class Operators {

  /** The server refuses longer ones, so what is cut here need not be right, but must be quick. */
  private static final int LONGEST = 64;

  private Operators() {}

  static int end(String text, int start) {
    int end = start;
    while (end < Math.min(text.length(), start + LONGEST)
        && Characters.isOperator(text.charAt(end))
        && !text.startsWith("--", end)
        && !text.startsWith("/*", end)) {
      end++;
    }
    // "a=-1" is two operators: a sign ends one of several characters only after one of these.
    boolean maySign = end - start == LONGEST;
    for (int at = start; at < end - 1 && !maySign; at++) {
      maySign = "~!@#^&|`?%".indexOf(text.charAt(at)) >= 0;
    }
    while (!maySign && end > start + 1 && isSign(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }
}
