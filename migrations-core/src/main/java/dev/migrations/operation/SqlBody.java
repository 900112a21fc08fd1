package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlSplitter;
import dev.migrations.sql.SqlStatement;
import dev.migrations.sql.SqlTextException;
import java.util.List;

/** SQL that an author wrote as a whole, such as the query of a view. */
final class SqlBody {

  private SqlBody() {}

  /**
   * The text without the semicolon and the comments around it.
   *
   * @param what what it is of, for messages
   * @throws MigrationsException when it is not exactly one statement, or a quote, comment or
   *     parenthesis is never closed
   */
  static String of(String text, String what) {
    List<SqlStatement> statements = split(text, what);
    if (statements.size() != 1) {
      throw new MigrationsException(
          statements.isEmpty()
              ? "There is no SQL in " + what + "."
              : "The SQL of %s holds %d statements.".formatted(what, statements.size()),
          "Write exactly one.");
    }
    return statements.get(0).text();
  }

  private static List<SqlStatement> split(String text, String what) {
    try {
      return SqlSplitter.split(text);
    } catch (SqlTextException ex) {
      throw new MigrationsException(
          "The SQL of %s, line %d: %s.".formatted(what, ex.line(), ex.problem()), ex.action(), ex);
    }
  }
}
