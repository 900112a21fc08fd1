package dev.migrations.operation;

/**
 * Adds a not-null constraint with a name of its own; PostgreSQL 18 and later, see {@link
 * SetNotNull} for the others. On a table in use it is added {@code NOT VALID}, and the rows that
 * are there are checked in a transaction of its own under a lock that lets reads and writes pass.
 *
 * @param table the table
 * @param notNull the constraint
 * @param notValid whether rows that are there are left unchecked, see {@link ValidateConstraint}
 * @param blocking whether the plain form is taken, which stops reads and writes while it scans
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ADD table_constraint</a>
 * @since 0.1.0
 */
public record CreateNotNull(
    QualifiedName table, NotNull notNull, boolean notValid, boolean blocking) implements Operation {

  /** Starts a not-null constraint. */
  public static Builder builder(String name, QualifiedName table, String column) {
    return new Builder(new NotNull(name, column, false), table);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final NotNull notNull;
    private final QualifiedName table;
    private boolean notValid;
    private boolean blocking;

    private Builder(NotNull notNull, QualifiedName table) {
      this.notNull = notNull;
      this.table = table;
    }

    /** Leaves the rows that are there unchecked; {@link ValidateConstraint} checks them later. */
    public Builder notValid() {
      this.notValid = true;
      return this;
    }

    /** Checks the rows in the same statement, which stops all reads and writes meanwhile. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public CreateNotNull build() {
      return new CreateNotNull(table, notNull, notValid, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    Requirements.check(notNull, units, this);
    AddConstraint.checkable(table, notNull, notValid, blocking, units);
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(DropConstraint.of(table, notNull.nameOn(table), notNull));
  }

  @Override
  public String summary() {
    return "create not-null constraint " + notNull.nameOn(table) + " on " + table;
  }
}
