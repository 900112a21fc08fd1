package dev.migrations.operation;

/**
 * What happens to the rows that refer to a row when that row is deleted or its key changes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-constraints.html">PostgreSQL:
 *     constraints, foreign keys</a>
 * @since 0.1.0
 */
public enum ReferentialAction {
  /** An error, at the time at which the constraint is checked. */
  NO_ACTION,
  /** An error, at once. */
  RESTRICT,
  /** They are deleted, or take over the new key. */
  CASCADE,
  /** Their foreign key becomes null. */
  SET_NULL,
  /** Their foreign key becomes its default. */
  SET_DEFAULT;

  /** The action as it stands in a statement. */
  String sql() {
    return name().replace('_', ' ');
  }
}
