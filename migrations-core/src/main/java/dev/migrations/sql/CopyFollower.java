package dev.migrations.sql;

/**
 * Follows the tokens of a script to find each {@code COPY} whose rows come from, or go to, the
 * client. The server takes {@code FROM STDOUT} for {@code FROM STDIN}, and {@code TO STDIN} for
 * {@code TO STDOUT}.
 *
 * <p>See <a href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL, COPY</a>.
 */
final class CopyFollower {

  enum Direction {
    NONE,
    FROM_CLIENT,
    TO_CLIENT
  }

  private enum State {
    FIRST,
    IN_COPY,
    FROM,
    TO,
    OTHER
  }

  private State state = State.FIRST;
  private Direction direction = Direction.NONE;
  private int depth;
  private int line;
  private boolean rowsFollow;

  /** Takes the next token that is no comment. */
  void accept(SqlLexer token) {
    if (token.isSymbol(';')) {
      rowsFollow = direction == Direction.FROM_CLIENT;
      direction = Direction.NONE;
      state = State.FIRST;
      depth = 0;
    } else if (state == State.FIRST) {
      state = token.isWord("copy") ? State.IN_COPY : State.OTHER;
      line = token.line();
    } else if (state != State.OTHER) {
      inCopy(token);
    }
  }

  private void inCopy(SqlLexer token) {
    if (token.isSymbol('(')) {
      depth++;
    } else if (token.isSymbol(')')) {
      depth--;
    } else if (depth == 0) {
      boolean client = token.isWord("stdin") || token.isWord("stdout");
      if (state == State.FROM && client) {
        direction = Direction.FROM_CLIENT;
      } else if (state == State.TO && client) {
        direction = Direction.TO_CLIENT;
      }
      state = token.isWord("from") ? State.FROM : token.isWord("to") ? State.TO : State.IN_COPY;
    }
  }

  /** Which way the rows of the statement go, as far as it was read. */
  Direction direction() {
    return direction;
  }

  /** Whether the statement has just ended, and its rows come next. */
  boolean rowsFollow() {
    return rowsFollow;
  }

  /** The rows were read. */
  void rowsRead() {
    rowsFollow = false;
  }

  /** The line on which the statement began. */
  int line() {
    return line;
  }
}
