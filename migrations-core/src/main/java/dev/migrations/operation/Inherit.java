package dev.migrations.operation;

/**
 * Makes a table inherit from another. It has the columns and checks of that one already, and its
 * rows are seen in that one from now on. Taking it back leaves them. Takes {@code ACCESS EXCLUSIVE}
 * on the table for a moment; nothing is scanned.
 *
 * @param table the table
 * @param parent the table that it inherits from
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, INHERIT</a>
 * @since 0.1.0
 */
public record Inherit(QualifiedName table, QualifiedName parent) implements Operation {

  @Override
  public void writeTo(UnitWriter units) {
    units.sql("ALTER TABLE " + table.sql() + " INHERIT " + parent.sql());
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new NoInherit(table, parent));
  }

  @Override
  public String summary() {
    return "let " + table + " inherit from " + parent;
  }
}
