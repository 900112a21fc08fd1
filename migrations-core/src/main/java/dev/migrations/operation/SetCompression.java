package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * Sets how large values of a column are compressed: {@code pglz}, {@code lz4} or {@code default}.
 * Takes {@code ACCESS EXCLUSIVE} for a moment; values that are stored already stay as they are.
 *
 * @param table the table
 * @param column the column
 * @param value what it is from now on
 * @param replaces what it was before
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, SET COMPRESSION</a>
 * @since 0.1.0
 */
public record SetCompression(
    QualifiedName table, String column, String value, Former<String> replaces)
    implements Operation {

  /** Starts the change. */
  public static Builder builder(QualifiedName table, String column, String value) {
    return new Builder(table, column, value);
  }

  /** Knows what was there before, so that the change can be undone. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String column;
    private final String value;
    private Former<String> replaces = Former.unknown();

    private Builder(QualifiedName table, String column, String value) {
      this.table = table;
      this.column = column;
      this.value = value;
    }

    /** What it was before; {@code default} unless somebody said otherwise. */
    public Builder from(String former) {
      this.replaces = Former.of(former);
      return this;
    }

    @Override
    public SetCompression build() {
      return new SetCompression(table, column, value, replaces);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TABLE %s ALTER COLUMN %s SET COMPRESSION %s"
            .formatted(table.sql(), SqlNames.quote(column), sql()));
  }

  private String sql() {
    return value.equals("default") ? value : SqlNames.quote(value);
  }

  @Override
  public Reversal reversal() {
    String former = replaces.value();
    return former == null
        ? Reversal.impossible("what it was before is not known; give it with from(…)")
        : Reversal.by(new SetCompression(table, column, former, Former.of(value)));
  }

  @Override
  public String summary() {
    return "set compression of " + column + " of " + table;
  }
}
