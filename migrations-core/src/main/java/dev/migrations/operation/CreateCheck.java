package dev.migrations.operation;

/**
 * Adds a check. On a table in use it is added {@code NOT VALID}, and the rows that are there are
 * checked in a transaction of its own under a lock that lets reads and writes pass.
 *
 * @param table the table
 * @param check the check
 * @param notValid whether rows that are there are left unchecked, see {@link ValidateConstraint}
 * @param blocking whether the plain form is taken, which stops reads and writes while it scans
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ADD table_constraint</a>
 * @since 0.1.0
 */
public record CreateCheck(QualifiedName table, Check check, boolean notValid, boolean blocking)
    implements Operation {

  /** Starts a check. */
  public static Builder builder(String name, QualifiedName table, String expression) {
    return new Builder(new Check(name, expression, false, true), table);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private Check check;
    private final QualifiedName table;
    private boolean notValid;
    private boolean blocking;

    private Builder(Check check, QualifiedName table) {
      this.check = check;
      this.table = table;
    }

    /** Tables that inherit are left without it. */
    public Builder noInherit() {
      this.check = check.withNoInherit();
      return this;
    }

    /** No row is held to it, it is only known; PostgreSQL 18 and later. Nothing is scanned. */
    public Builder notEnforced() {
      this.check = check.notEnforced();
      return this;
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
    public CreateCheck build() {
      return new CreateCheck(table, check, notValid, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    Requirements.check(check, units, this);
    AddConstraint.checkable(table, check, notValid, blocking || !check.enforced(), units);
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(DropConstraint.of(table, check.nameOn(table), check));
  }

  @Override
  public String summary() {
    return "create check " + check.nameOn(table) + " on " + table;
  }
}
