package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import java.util.List;

/**
 * Forbids null in a column. On a table in use the rows are scanned under a lock that lets reads and
 * writes pass: before PostgreSQL 18 by means of a check that is validated and then dropped, from 18
 * on by a not-null constraint that is added {@code NOT VALID} and then validated. Either way the
 * table ends up as after a plain {@code SET NOT NULL}.
 *
 * @param table the table
 * @param column the column
 * @param blocking whether the plain form is taken, which stops reads and writes while it scans
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, SET NOT NULL</a>
 * @since 0.1.0
 */
public record SetNotNull(QualifiedName table, String column, boolean blocking)
    implements Operation {

  /** Starts the change. */
  public static Builder builder(QualifiedName table, String column) {
    return new Builder(table, column);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String column;
    private boolean blocking;

    private Builder(QualifiedName table, String column) {
      this.table = table;
      this.column = column;
    }

    /** Scans the table in one statement, which stops all reads and writes of it meanwhile. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public SetNotNull build() {
      return new SetNotNull(table, column, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (blocking || units.isNew(table)) {
      units.sql(
          "ALTER TABLE %s ALTER COLUMN %s SET NOT NULL"
              .formatted(table.sql(), SqlNames.quote(column)));
    } else if (units.serverVersion() >= 18) {
      String name = SqlNames.quote(DefaultNames.unmistakable(table.name(), column, "not_null"));
      units.sqlInOwnTransaction(
          "ALTER TABLE %s ADD CONSTRAINT %s NOT NULL %s NOT VALID"
              .formatted(table.sql(), name, SqlNames.quote(column)));
      units.undoneBy("ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s".formatted(table.sql(), name));
      units.sqlInOwnTransaction(
          "ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(table.sql(), name));
      units.undoneByNothing();
    } else {
      NotNullByCheck.write(table, List.of(column), units);
    }
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropNotNull(table, column));
  }

  @Override
  public String summary() {
    return "set not null on " + column + " of " + table;
  }
}
