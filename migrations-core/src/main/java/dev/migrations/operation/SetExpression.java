package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * Changes what a generated column is computed from; PostgreSQL 17 and later. Takes {@code ACCESS
 * EXCLUSIVE}, and writes the table anew under it when the column is stored, which stops all reads
 * and writes meanwhile; so on a table in use it is refused unless {@link Builder#blocking} is
 * called.
 *
 * @param table the table
 * @param column the column
 * @param expression what it is computed from, as SQL
 * @param replaces what it was computed from before
 * @param blocking whether the lock on a table in use is accepted
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, SET EXPRESSION AS</a>
 * @since 0.1.0
 */
public record SetExpression(
    QualifiedName table,
    String column,
    String expression,
    Former<String> replaces,
    boolean blocking)
    implements Operation {

  /** Starts the change. */
  public static Builder builder(QualifiedName table, String column, String expression) {
    return new Builder(table, column, expression);
  }

  /** Refused on a table in use unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String column;
    private final String expression;
    private Former<String> replaces = Former.unknown();
    private boolean blocking;

    private Builder(QualifiedName table, String column, String expression) {
      this.table = table;
      this.column = column;
      this.expression = expression;
    }

    /** What it was computed from before, as SQL. */
    public Builder from(String former) {
      this.replaces = Former.of(former);
      return this;
    }

    /** Accepts that all reads and writes of the table stop while it is rewritten. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public SetExpression build() {
      return new SetExpression(table, column, expression, replaces, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.require(17, this, "SET EXPRESSION");
    if (blocking || units.isNew(table)) {
      units.sql(
          "ALTER TABLE %s ALTER COLUMN %s SET EXPRESSION AS (%s)"
              .formatted(table.sql(), SqlNames.quote(column), expression));
    } else {
      Rewriting.refuse(this, table, "setExpression", units);
    }
  }

  @Override
  public Reversal reversal() {
    String former = replaces.value();
    return former == null
        ? Reversal.impossible("the expression before is not known; give it with from(…)")
        : Reversal.by(new SetExpression(table, column, former, Former.of(expression), blocking));
  }

  @Override
  public String summary() {
    return "set expression of " + column + " of " + table;
  }
}
