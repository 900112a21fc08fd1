package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Drops a constraint of a domain. Locks no table and scans nothing.
 *
 * @param domain the domain
 * @param constraint the constraint
 * @param ifExists whether it is no error when there is none
 * @param cascade whether what depends on it goes as well
 * @param definition how it is added again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdomain.html">PostgreSQL: ALTER
 *     DOMAIN, DROP CONSTRAINT</a>
 * @since 0.1.0
 */
public record DropDomainConstraint(
    QualifiedName domain,
    String constraint,
    boolean ifExists,
    boolean cascade,
    @Nullable Check definition)
    implements Operation {

  /** Starts the dropping of a constraint. */
  public static Builder builder(QualifiedName domain, String constraint) {
    return new Builder(domain, constraint);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName domain;
    private final String constraint;
    private boolean ifExists;
    private boolean cascade;
    private @Nullable Check definition;

    private Builder(QualifiedName domain, String constraint) {
      this.domain = domain;
      this.constraint = constraint;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /** What depends on it goes as well. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    /** What the constraint was, so that dropping it can be undone. */
    public Builder definition(Check former) {
      this.definition = former.named(constraint);
      return this;
    }

    @Override
    public DropDomainConstraint build() {
      return new DropDomainConstraint(domain, constraint, ifExists, cascade, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER DOMAIN "
            + domain.sql()
            + " DROP CONSTRAINT "
            + (ifExists ? "IF EXISTS " : "")
            + SqlNames.quote(constraint)
            + (cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible("what the constraint was is not known; say so with definition(…)")
        : Reversal.by(new AddDomainConstraint(domain, definition, false, false));
  }

  @Override
  public String summary() {
    return "drop constraint " + constraint + " of domain " + domain;
  }
}
