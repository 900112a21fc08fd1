package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * Sets how large values of a column are stored. Takes {@code ACCESS EXCLUSIVE} for a moment; values
 * that are stored already stay as they are.
 *
 * @param table the table
 * @param column the column
 * @param value what it is from now on
 * @param replaces what it was before
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, SET STORAGE</a>
 * @since 0.1.0
 */
public record SetStorage(
    QualifiedName table,
    String column,
    ColumnStorage.Mode value,
    Former<ColumnStorage.Mode> replaces)
    implements Operation {

  /** Starts the change. */
  public static Builder builder(QualifiedName table, String column, ColumnStorage.Mode value) {
    return new Builder(table, column, value);
  }

  /** Knows what was there before, so that the change can be undone. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String column;
    private final ColumnStorage.Mode value;
    private Former<ColumnStorage.Mode> replaces = Former.unknown();

    private Builder(QualifiedName table, String column, ColumnStorage.Mode value) {
      this.table = table;
      this.column = column;
      this.value = value;
    }

    /** What it was before; {@code EXTENDED} for most types. */
    public Builder from(ColumnStorage.Mode former) {
      this.replaces = Former.of(former);
      return this;
    }

    @Override
    public SetStorage build() {
      return new SetStorage(table, column, value, replaces);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TABLE %s ALTER COLUMN %s SET STORAGE %s"
            .formatted(table.sql(), SqlNames.quote(column), value));
  }

  @Override
  public Reversal reversal() {
    ColumnStorage.Mode former = replaces.value();
    return former == null
        ? Reversal.impossible("what it was before is not known; give it with from(…)")
        : Reversal.by(new SetStorage(table, column, former, Former.of(value)));
  }

  @Override
  public String summary() {
    return "set storage of " + column + " of " + table;
  }
}
