package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;

/**
 * Adds a check to a domain.
 *
 * <p>On a domain in use it is added {@code NOT VALID}, which locks no table and holds for every
 * value from then on. The values that are there are checked in a transaction of its own: {@code
 * SHARE} on every table that has a column of the domain, which stops its writes for as long as the
 * scan takes, see {@link ValidateDomainConstraint}. With {@link Builder#notValid} nothing is
 * scanned.
 *
 * @param domain the domain
 * @param check the check, in which {@code VALUE} stands for the value
 * @param notValid whether values that are there are left unchecked
 * @param blocking whether the plain form is taken: {@code SHARE} on every table that has a column
 *     of the domain, which stops its writes while it scans
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdomain.html">PostgreSQL: ALTER
 *     DOMAIN, ADD domain_constraint</a>
 * @since 0.1.0
 */
public record AddDomainConstraint(
    QualifiedName domain, Check check, boolean notValid, boolean blocking) implements Operation {

  /**
   * Checks the constraint.
   *
   * @throws MigrationsException when it is not enforced or not inherited, as that of a table can be
   */
  public AddDomainConstraint {
    if (!check.enforced() || check.noInherit()) {
      throw new MigrationsException(
          "The check of domain "
              + domain
              + " is NOT ENFORCED or NO INHERIT, which only one of a"
              + " table can be.",
          "Leave out notEnforced() and withNoInherit().");
    }
  }

  /** Starts a check. */
  public static Builder builder(QualifiedName domain, String constraint, String expression) {
    return new Builder(domain, new Check(constraint, expression, false, true));
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName domain;
    private final Check check;
    private boolean notValid;
    private boolean blocking;

    private Builder(QualifiedName domain, Check check) {
      this.domain = domain;
      this.check = check;
    }

    /** Leaves the values that are there to {@link ValidateDomainConstraint}. */
    public Builder notValid() {
      this.notValid = true;
      return this;
    }

    /**
     * Checks the values in the same statement, which stops the writes of every table that has a
     * column of the domain meanwhile.
     */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public AddDomainConstraint build() {
      return new AddDomainConstraint(domain, check, notValid, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    String statement = "ALTER DOMAIN " + domain.sql() + " ADD " + check.sql();
    if (blocking || units.isNew(domain)) {
      units.sql(statement + (notValid ? " NOT VALID" : ""));
      return;
    }
    units.sqlInOwnTransaction(statement + " NOT VALID");
    units.undoneBy(
        "ALTER DOMAIN %s DROP CONSTRAINT IF EXISTS %s"
            .formatted(domain.sql(), SqlNames.quote(check.nameOn(domain))));
    if (!notValid) {
      new ValidateDomainConstraint(domain, check.nameOn(domain), null).writeTo(units);
    }
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropDomainConstraint(domain, check.nameOn(domain), false, false, check));
  }

  @Override
  public String summary() {
    return "add constraint " + check.nameOn(domain) + " to domain " + domain;
  }
}
