package dev.migrations.sql;

import dev.migrations.error.MigrationsException;

/**
 * SQL text that cannot be cut into statements, or a statement that a revision may not contain.
 *
 * @since 0.1.0
 */
public final class SqlTextException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final String problem;

  /**
   * @param line the line of the text at fault, from 1; 0 when it is not known
   * @param problem what is wrong, without the line
   * @param action what the reader does next
   */
  public SqlTextException(int line, String problem, String action) {
    super(line > 0 ? "SQL text, line " + line + ": " + problem : "SQL text: " + problem, action);
    this.line = line;
    this.problem = problem;
  }

  /** The line of the text at fault, from 1; 0 when it is not known. */
  public int line() {
    return line;
  }

  /** What is wrong, without the line. */
  public String problem() {
    return problem;
  }
}
