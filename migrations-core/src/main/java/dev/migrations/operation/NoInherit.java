package dev.migrations.operation;

/**
 * Ends that a table inherits from another. It keeps its columns, checks and rows. Takes {@code
 * ACCESS EXCLUSIVE} on the table for a moment; nothing is scanned.
 *
 * @param table the table
 * @param parent the table that it inherits from
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, NO INHERIT</a>
 * @since 0.1.0
 */
public record NoInherit(QualifiedName table, QualifiedName parent) implements Operation {

  @Override
  public void writeTo(UnitWriter units) {
    units.sql("ALTER TABLE " + table.sql() + " NO INHERIT " + parent.sql());
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new Inherit(table, parent));
  }

  @Override
  public String summary() {
    return "let " + table + " no longer inherit from " + parent;
  }
}
