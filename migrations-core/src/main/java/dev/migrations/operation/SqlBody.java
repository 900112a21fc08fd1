package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlSplitter;
import dev.migrations.sql.SqlStatement;
import java.util.List;

/** SQL that an author wrote as a whole, such as the query of a view. */
final class SqlBody {

  private SqlBody() {}

  /**
   * The text without the semicolon and the comments around it.
   *
   * @throws MigrationsException when it is not exactly one statement
   */
  static String of(String text, String what) {
    List<SqlStatement> statements = SqlSplitter.split(text);
    if (statements.size() != 1) {
      throw new MigrationsException(
          statements.isEmpty()
              ? "There is no SQL in " + what + "."
              : "The SQL of %s holds %d statements.".formatted(what, statements.size()),
          "Write exactly one.");
    }
    return statements.get(0).text();
  }
}
