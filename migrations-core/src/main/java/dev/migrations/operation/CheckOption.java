package dev.migrations.operation;

/**
 * Which rows may be written through a view.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html">PostgreSQL: CREATE
 *     VIEW, WITH CHECK OPTION</a>
 * @since 0.1.0
 */
public enum CheckOption {
  /** Those that the condition of the view itself holds for. */
  LOCAL,
  /** Those that its condition and those of all views below it hold for. */
  CASCADED
}
