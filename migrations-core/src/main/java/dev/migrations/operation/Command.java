package dev.migrations.operation;

import dev.migrations.sql.CopyData;
import dev.migrations.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * What a unit carries out in one go: a statement, or code that is handed the connection.
 *
 * @since 0.1.0
 */
public sealed interface Command {

  /**
   * One SQL statement.
   *
   * @param sql the statement, without a semicolon at its end
   * @param line the line of the SQL file on which it starts, from 1; 0 for one that an operation
   *     wrote
   * @param copyData the rows that it reads when it is a {@code COPY … FROM STDIN}, else {@code
   *     null}
   */
  record Sql(String sql, int line, @Nullable CopyData copyData) implements Command {
    /** A statement that an operation wrote. */
    public Sql(String sql) {
      this(sql, 0);
    }

    /** A statement without rows. */
    public Sql(String sql, int line) {
      this(sql, line, null);
    }

    /** The statement, with the line in which it stands and its rows. */
    public static Sql of(SqlStatement statement) {
      return new Sql(statement.text(), statement.line(), statement.copyData());
    }

    /** The statement with its line and its rows. */
    public SqlStatement statement() {
      return new SqlStatement(sql, line, copyData);
    }

    /** It as it stands in a script, up to the line end: with its semicolon, and its rows below. */
    public String script() {
      String statement = sql.strip();
      // A comment at the end of a statement must not swallow the semicolon.
      boolean mayEndInComment = statement.lastIndexOf("--") > statement.lastIndexOf('\n');
      return statement
          + (mayEndInComment ? "\n;" : ";")
          + (copyData == null ? "" : "\n" + copyData.script());
    }
  }

  /**
   * Code that runs with the connection of its unit.
   *
   * @param description what it does, for logs and plans
   * @param work the code
   */
  record Code(String description, ConnectionWork work) implements Command {}
}
