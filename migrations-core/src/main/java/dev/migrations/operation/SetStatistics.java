package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * Sets how much {@code ANALYZE} keeps of a column, 0 to 10000, or -1 for the server's default.
 * Takes {@code SHARE UPDATE EXCLUSIVE}, which lets reads and writes pass.
 *
 * @param table the table
 * @param column the column
 * @param value what it is from now on
 * @param replaces what it was before
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, SET STATISTICS</a>
 * @since 0.1.0
 */
public record SetStatistics(QualifiedName table, String column, int value, Former<Integer> replaces)
    implements Operation {

  /** Starts the change. */
  public static Builder builder(QualifiedName table, String column, int value) {
    return new Builder(table, column, value);
  }

  /** Knows what was there before, so that the change can be undone. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String column;
    private final int value;
    private Former<Integer> replaces = Former.unknown();

    private Builder(QualifiedName table, String column, int value) {
      this.table = table;
      this.column = column;
      this.value = value;
    }

    /** What it was before; -1 for the server's default. */
    public Builder from(int former) {
      this.replaces = Former.of(former);
      return this;
    }

    @Override
    public SetStatistics build() {
      return new SetStatistics(table, column, value, replaces);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TABLE %s ALTER COLUMN %s SET STATISTICS %s"
            .formatted(table.sql(), SqlNames.quote(column), value));
  }

  @Override
  public Reversal reversal() {
    Integer former = replaces.value();
    return former == null
        ? Reversal.impossible(
            "what it was before is not known; give it with from(…), -1 for the default")
        : Reversal.by(new SetStatistics(table, column, former, Former.of(value)));
  }

  @Override
  public String summary() {
    return "set statistics target of " + column + " of " + table;
  }
}
