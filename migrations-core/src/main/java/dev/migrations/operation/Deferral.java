package dev.migrations.operation;

/**
 * When a constraint is checked.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">PostgreSQL: CREATE
 *     TABLE, DEFERRABLE</a>
 * @since 0.1.0
 */
public enum Deferral {
  /** At the end of each statement. */
  NOT_DEFERRABLE(""),
  /** At the end of each statement, unless the transaction defers it. */
  DEFERRABLE(" DEFERRABLE"),
  /** At the end of the transaction. */
  INITIALLY_DEFERRED(" DEFERRABLE INITIALLY DEFERRED");

  private final String clause;

  Deferral(String clause) {
    this.clause = clause;
  }

  /** What is appended to the constraint's definition. */
  String clause() {
    return clause;
  }
}
