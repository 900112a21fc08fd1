package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * Makes a stored generated column a plain one, which keeps its values. Takes {@code ACCESS
 * EXCLUSIVE} for a moment; nothing is scanned or rewritten.
 *
 * @param table the table
 * @param column the column
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, DROP EXPRESSION</a>
 * @since 0.1.0
 */
public record DropExpression(QualifiedName table, String column) implements Operation {

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TABLE %s ALTER COLUMN %s DROP EXPRESSION"
            .formatted(table.sql(), SqlNames.quote(column)));
  }

  @Override
  public Reversal reversal() {
    return Reversal.impossible("PostgreSQL makes no column generated that is there already");
  }

  @Override
  public String summary() {
    return "drop expression of " + column + " of " + table;
  }
}
