package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Checks the values that were there before a constraint was added to a domain {@code NOT VALID}, in
 * a transaction of its own.
 *
 * <p>It scans every table that has a column of the domain under {@code SHARE}, which stops their
 * writes while it scans; PostgreSQL up to 18 has no form that lets writes pass. A constraint that
 * stays {@code NOT VALID} holds for new values all the same.
 *
 * @param domain the domain
 * @param constraint the constraint
 * @param definition the constraint as it was added, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdomain.html">PostgreSQL: ALTER
 *     DOMAIN, VALIDATE CONSTRAINT</a>
 * @since 0.1.0
 */
public record ValidateDomainConstraint(
    QualifiedName domain, String constraint, @Nullable Check definition) implements Operation {

  /** Starts the validation. */
  public static Builder builder(QualifiedName domain, String constraint) {
    return new Builder(domain, constraint);
  }

  /** Knows the constraint, so that the validation can be undone. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName domain;
    private final String constraint;
    private @Nullable Check definition;

    private Builder(QualifiedName domain, String constraint) {
      this.domain = domain;
      this.constraint = constraint;
    }

    /** The constraint, so that it can be added {@code NOT VALID} again. */
    public Builder definition(Check added) {
      this.definition = added.named(constraint);
      return this;
    }

    @Override
    public ValidateDomainConstraint build() {
      return new ValidateDomainConstraint(domain, constraint, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    String statement =
        "ALTER DOMAIN %s VALIDATE CONSTRAINT %s"
            .formatted(domain.sql(), SqlNames.quote(constraint));
    if (units.isNew(domain)) {
      units.sql(statement);
    } else {
      units.sqlInOwnTransaction(statement);
      units.undoneByNothing();
    }
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible(
            "a constraint stays valid until it is added again; give it with definition(…)")
        : Reversal.by(
            new DropDomainConstraint(domain, constraint, false, false, definition),
            new AddDomainConstraint(domain, definition, true, false));
  }

  @Override
  public String summary() {
    return "validate constraint " + constraint + " of domain " + domain;
  }
}
