package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * Renames a table, within its schema. A running application that knows the old name breaks.
 *
 * @param table the table
 * @param newName its new name, without a schema
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, RENAME</a>
 * @since 0.1.0
 */
public record RenameTable(QualifiedName table, String newName) implements Operation {

  @Override
  public void writeTo(UnitWriter units) {
    units.sql("ALTER TABLE " + table.sql() + " RENAME TO " + SqlNames.quote(newName));
    units.renamed(table, table.sibling(newName));
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new RenameTable(table.sibling(newName), table.name()));
  }

  @Override
  public String summary() {
    return "rename table " + table + " to " + newName;
  }
}
