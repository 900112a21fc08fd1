package dev.migrations.operation;

import dev.migrations.sql.SqlLiterals;

/**
 * Renames a value of an enum type; the rows that have it show the new name. Locks no table. A
 * running application that knows the old name breaks.
 *
 * @param type the type
 * @param value the value
 * @param newValue its new name
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">PostgreSQL: ALTER TYPE,
 *     RENAME VALUE</a>
 * @since 0.1.0
 */
public record RenameEnumValue(QualifiedName type, String value, String newValue)
    implements Operation {

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TYPE %s RENAME VALUE %s TO %s"
            .formatted(type.sql(), SqlLiterals.quote(value), SqlLiterals.quote(newValue)));
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new RenameEnumValue(type, newValue, value));
  }

  @Override
  public String summary() {
    return "rename value " + value + " of enum " + type + " to " + newValue;
  }
}
