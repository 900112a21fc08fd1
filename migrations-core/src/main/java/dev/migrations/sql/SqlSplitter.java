package dev.migrations.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Cuts a script into the statements that PostgreSQL sees in it. A semicolon ends a statement unless
 * it stands in a literal, a quoted name, a comment, parentheses, or the {@code BEGIN ATOMIC … END}
 * body of a function. Pieces without a token are dropped. It takes time linear in the length of the
 * script.
 *
 * @since 0.1.0
 */
public final class SqlSplitter {

  private final String script;
  private final UnaryOperator<SqlLexer> atStart;
  private SqlLexer lexer;
  private final List<SqlStatement> statements = new ArrayList<>();

  private final Deque<Integer> openParentheses = new ArrayDeque<>();
  private final RoutineBody body = new RoutineBody();
  private int start = -1;
  private int line;
  private int end;

  private SqlSplitter(String script, int firstLine, UnaryOperator<SqlLexer> atStart) {
    this.script = script;
    this.atStart = atStart;
    this.lexer = new SqlLexer(script, 0, firstLine);
  }

  /**
   * The statements of a script.
   *
   * @throws SqlTextException naming the line of a quote, comment, parenthesis, function body or
   *     rows that have no end, of a command of psql, or of a {@code COPY} that writes to the client
   *     or whose rows are binary
   */
  public static List<SqlStatement> split(String script) {
    return split(script, 1);
  }

  /**
   * The statements of a part of a script.
   *
   * @param script the part
   * @param firstLine the number of its first line
   * @throws SqlTextException as {@link #split(String)}, with the line counted from {@code
   *     firstLine}
   */
  public static List<SqlStatement> split(String script, int firstLine) {
    return new SqlSplitter(script, firstLine, UnaryOperator.identity()).split();
  }

  /**
   * The statements of a script that is more than SQL.
   *
   * @param atStart sees the first token of each statement, and returns another lexer when it stands
   *     for something else and is to be stepped over
   */
  static List<SqlStatement> split(String script, UnaryOperator<SqlLexer> atStart) {
    return new SqlSplitter(script, 1, atStart).split();
  }

  private List<SqlStatement> split() {
    while (lexer.next() != SqlToken.END) {
      if (lexer.token() != SqlToken.LINE_COMMENT && lexer.token() != SqlToken.BLOCK_COMMENT) {
        take();
      }
    }
    if (lexer.copyDirection() == CopyFollower.Direction.FROM_CLIENT) {
      throw new SqlTextException(
          line,
          "the COPY … FROM STDIN that begins here has no rows",
          "End it with a semicolon, write the rows below it, and behind the last one a line that is"
              + " \\. alone.");
    }
    if (!openParentheses.isEmpty()) {
      throw new SqlTextException(
          openParentheses.getLast(),
          "a parenthesis that opens here is never closed",
          "Close it with ) where it ends.");
    }
    if (body.isOpen()) {
      throw new SqlTextException(
          body.line(), "the function body that begins here has no END", "Write END; behind it.");
    }
    finish();
    return List.copyOf(statements);
  }

  private void take() {
    if (lexer.token() == SqlToken.COPY_DATA) {
      rows();
      return;
    }
    if (lexer.isSymbol(';') && openParentheses.isEmpty() && !body.isOpen()) {
      finish();
      return;
    }
    if (start < 0) {
      SqlLexer behind = atStart.apply(lexer);
      if (behind != lexer) {
        lexer = behind;
        return;
      }
      start = lexer.start();
      line = lexer.line();
    }
    end = lexer.end();
    if (lexer.isSymbol('(')) {
      openParentheses.push(lexer.line());
    } else if (lexer.isSymbol(')')) {
      openParentheses.poll();
    } else if (lexer.isSymbol('\\')) {
      throw PsqlCommand.refuse(script, lexer);
    }
    if (lexer.copyDirection() == CopyFollower.Direction.TO_CLIENT) {
      throw new SqlTextException(
          lexer.line(),
          "COPY … TO STDOUT sends rows that a revision cannot take",
          "Remove it, or read the rows from Java with op.run.");
    }
    if (openParentheses.isEmpty()) {
      body.accept(lexer);
    }
  }

  private void rows() {
    if (start >= 0 || statements.isEmpty()) {
      throw new SqlTextException(
          lexer.line(),
          "these are rows of a COPY … FROM STDIN inside of another statement",
          "Write the COPY as a statement of its own.");
    }
    SqlStatement copy = statements.remove(statements.size() - 1);
    CopyOptions.check(copy);
    statements.add(new SqlStatement(copy.text(), copy.line(), CopyRows.read(lexer)));
  }

  private void finish() {
    if (start >= 0) {
      statements.add(new SqlStatement(script.substring(start, end), line));
    }
    start = -1;
    body.reset();
  }
}
