package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * Renames a column. A running application that knows the old name breaks.
 *
 * @param table the table
 * @param column the column
 * @param newName its new name
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, RENAME</a>
 * @since 0.1.0
 */
public record RenameColumn(QualifiedName table, String column, String newName)
    implements Operation {

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TABLE %s RENAME COLUMN %s TO %s"
            .formatted(table.sql(), SqlNames.quote(column), SqlNames.quote(newName)));
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new RenameColumn(table, newName, column));
  }

  @Override
  public String summary() {
    return "rename column " + column + " of " + table + " to " + newName;
  }
}
