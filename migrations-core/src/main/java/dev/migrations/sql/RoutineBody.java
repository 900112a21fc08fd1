package dev.migrations.sql;

/**
 * Follows a statement to find the {@code BEGIN ATOMIC … END} body of a function or procedure. Only
 * an {@code END} at the place of a statement closes it: one that closes a {@code CASE}, or names a
 * column, stands elsewhere.
 *
 * <p>See <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">PostgreSQL,
 * CREATE FUNCTION</a>, {@code sql_body}.
 */
final class RoutineBody {

  private enum State {
    START,
    CREATE,
    CREATE_OR,
    ROUTINE,
    BEGIN,
    AT_STATEMENT,
    IN_STATEMENT,
    NO_ROUTINE
  }

  private State state = State.START;
  private int line;

  void reset() {
    state = State.START;
  }

  /** Whether the statement is inside such a body, where a semicolon does not end it. */
  boolean isOpen() {
    return state == State.AT_STATEMENT || state == State.IN_STATEMENT;
  }

  /** The line on which the body begins. */
  int line() {
    return line;
  }

  /** Takes the next token of the statement that stands in no parentheses. */
  void accept(SqlLexer token) {
    state =
        switch (state) {
          case START -> token.isWord("create") ? State.CREATE : State.NO_ROUTINE;
          case CREATE -> token.isWord("or") ? State.CREATE_OR : routine(token);
          case CREATE_OR -> token.isWord("replace") ? State.CREATE : State.NO_ROUTINE;
          case ROUTINE -> begin(token);
          case BEGIN -> token.isWord("atomic") ? State.AT_STATEMENT : begin(token);
          case AT_STATEMENT -> {
            if (token.isWord("end")) {
              yield State.NO_ROUTINE;
            }
            yield token.isSymbol(';') ? State.AT_STATEMENT : State.IN_STATEMENT;
          }
          case IN_STATEMENT -> token.isSymbol(';') ? State.AT_STATEMENT : State.IN_STATEMENT;
          case NO_ROUTINE -> State.NO_ROUTINE;
        };
  }

  private State begin(SqlLexer token) {
    if (!token.isWord("begin")) {
      return State.ROUTINE;
    }
    line = token.line();
    return State.BEGIN;
  }

  private static State routine(SqlLexer token) {
    return token.isWord("function") || token.isWord("procedure") ? State.ROUTINE : State.NO_ROUTINE;
  }
}
