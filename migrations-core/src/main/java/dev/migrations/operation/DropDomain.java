package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Drops a domain. Locks no table, unless {@code CASCADE} drops columns: then {@code ACCESS
 * EXCLUSIVE} on each of their tables, for a moment.
 *
 * @param domain the domain
 * @param ifExists whether it is no error when there is none
 * @param cascade whether columns of the domain go as well, with their values
 * @param definition how it is created again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-dropdomain.html">PostgreSQL: DROP
 *     DOMAIN</a>
 * @since 0.1.0
 */
public record DropDomain(
    QualifiedName domain, boolean ifExists, boolean cascade, @Nullable CreateDomain definition)
    implements Operation {

  /** Starts the dropping of a domain. */
  public static Builder builder(QualifiedName domain) {
    return new Builder(domain);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName domain;
    private boolean ifExists;
    private boolean cascade;
    private @Nullable CreateDomain definition;

    private Builder(QualifiedName domain) {
      this.domain = domain;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /** Columns of the domain go as well, with their values. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    /** What the domain was, so that dropping it can be undone; see {@link CreateDomain#domain}. */
    public Builder definition(CreateDomain.Builder former) {
      this.definition = former.build();
      return this;
    }

    @Override
    public DropDomain build() {
      return new DropDomain(domain, ifExists, cascade, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "DROP DOMAIN "
            + (ifExists ? "IF EXISTS " : "")
            + domain.sql()
            + (cascade ? " CASCADE" : ""));
    units.dropped(domain);
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible("what the domain was is not known; say so with definition(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop domain " + domain;
  }
}
