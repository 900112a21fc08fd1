package dev.migrations.operation;

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
   */
  record Sql(String sql, int line) implements Command {
    /** A statement that an operation wrote. */
    public Sql(String sql) {
      this(sql, 0);
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
