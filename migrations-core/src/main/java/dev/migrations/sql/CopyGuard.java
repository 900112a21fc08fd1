package dev.migrations.sql;

/** Refuses a {@code COPY} whose rows would come from, or go to, the client. */
final class CopyGuard {

  private static final int FIRST = 0;
  private static final int IN_COPY = 1;
  private static final int OTHER = 2;

  private int state = FIRST;
  private String direction = "";

  void reset() {
    state = FIRST;
    direction = "";
  }

  /** Takes the next token of a statement that stands in no parentheses. */
  void accept(SqlLexer token) {
    if (state == FIRST) {
      state = token.isWord("copy") ? IN_COPY : OTHER;
    }
    if (state != IN_COPY) {
      return;
    }
    if (direction.equals("from") && token.isWord("stdin")) {
      throw new SqlTextException(
          token.line(),
          "COPY … FROM STDIN needs rows that a revision cannot send",
          "Write the rows as INSERT, or load them from Java with op.run.");
    }
    if (direction.equals("to") && token.isWord("stdout")) {
      throw new SqlTextException(
          token.line(),
          "COPY … TO STDOUT sends rows that a revision cannot take",
          "Remove it, or read the rows from Java with op.run.");
    }
    direction = token.isWord("from") ? "from" : token.isWord("to") ? "to" : "";
  }
}
