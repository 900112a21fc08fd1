package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * Allows null in a column. Takes {@code ACCESS EXCLUSIVE} for a moment; nothing is scanned.
 *
 * @param table the table
 * @param column the column
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, DROP NOT NULL</a>
 * @since 0.1.0
 */
public record DropNotNull(QualifiedName table, String column) implements Operation {

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL"
            .formatted(table.sql(), SqlNames.quote(column)));
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new SetNotNull(table, column, false));
  }

  @Override
  public String summary() {
    return "drop not null on " + column + " of " + table;
  }
}
