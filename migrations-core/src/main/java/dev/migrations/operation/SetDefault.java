package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Sets the default of a column, or drops it. Rows that are there keep their values. Takes {@code
 * ACCESS EXCLUSIVE} for a moment; nothing is scanned or rewritten.
 *
 * @param table the table
 * @param column the column
 * @param value the default, or {@code null} for none
 * @param replaces the default that was there before
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, SET/DROP DEFAULT</a>
 * @since 0.1.0
 */
public record SetDefault(
    QualifiedName table, String column, @Nullable SqlValue value, Former<SqlValue> replaces)
    implements Operation {

  /** Starts a change of the default. */
  public static Builder builder(QualifiedName table, String column, @Nullable SqlValue value) {
    return new Builder(table, column, value);
  }

  /** Knows what was there before, so that the change can be undone. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String column;
    private final @Nullable SqlValue value;
    private Former<SqlValue> replaces = Former.unknown();

    private Builder(QualifiedName table, String column, @Nullable SqlValue value) {
      this.table = table;
      this.column = column;
      this.value = value;
    }

    /** The constant that was the default before, see {@link SqlValue#of}. */
    public Builder from(Object former) {
      this.replaces = Former.of(SqlValue.of(former));
      return this;
    }

    /** The expression that was the default before, as SQL. */
    public Builder fromExpression(String former) {
      this.replaces = Former.of(SqlValue.expression(former));
      return this;
    }

    /** There was no default before. */
    public Builder fromNone() {
      this.replaces = Former.none();
      return this;
    }

    @Override
    public SetDefault build() {
      return new SetDefault(table, column, value, replaces);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TABLE "
            + table.sql()
            + " ALTER COLUMN "
            + SqlNames.quote(column)
            + (value == null ? " DROP DEFAULT" : " SET DEFAULT " + value.sql()));
  }

  @Override
  public Reversal reversal() {
    Former<SqlValue> now = value == null ? Former.none() : Former.of(value);
    return replaces.known()
        ? Reversal.by(new SetDefault(table, column, replaces.value(), now))
        : Reversal.impossible(
            "the default before is not known; give it with from(…), fromExpression(…) or"
                + " fromNone()");
  }

  @Override
  public String summary() {
    return (value == null ? "drop" : "set") + " default of " + column + " of " + table;
  }
}
