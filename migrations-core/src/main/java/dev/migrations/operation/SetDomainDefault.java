package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Sets the default of a domain, or drops it. It counts for columns that have no default of their
 * own, in rows written from then on. Locks no table.
 *
 * @param domain the domain
 * @param value the default, or {@code null} for none
 * @param replaces the default that was there before
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdomain.html">PostgreSQL: ALTER
 *     DOMAIN, SET/DROP DEFAULT</a>
 * @since 0.1.0
 */
public record SetDomainDefault(
    QualifiedName domain, @Nullable SqlValue value, Former<SqlValue> replaces)
    implements Operation {

  /** Starts a change of the default. */
  public static Builder builder(QualifiedName domain, @Nullable SqlValue value) {
    return new Builder(domain, value);
  }

  /** Knows what was there before, so that the change can be undone. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName domain;
    private final @Nullable SqlValue value;
    private Former<SqlValue> replaces = Former.unknown();

    private Builder(QualifiedName domain, @Nullable SqlValue value) {
      this.domain = domain;
      this.value = value;
    }

    /** The constant that was the default before, see {@link SqlValue#of}. */
    public Builder from(Object former) {
      this.replaces = Former.of(SqlValue.of(former));
      return this;
    }

    /** The expression that was the default before, as SQL. */
    public Builder fromExpression(String former) {
      this.replaces = Former.of(SqlValue.expression(former));
      return this;
    }

    /** There was no default before. */
    public Builder fromNone() {
      this.replaces = Former.none();
      return this;
    }

    @Override
    public SetDomainDefault build() {
      return new SetDomainDefault(domain, value, replaces);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER DOMAIN "
            + domain.sql()
            + (value == null ? " DROP DEFAULT" : " SET DEFAULT " + value.sql()));
  }

  @Override
  public Reversal reversal() {
    Former<SqlValue> now = value == null ? Former.none() : Former.of(value);
    return replaces.known()
        ? Reversal.by(new SetDomainDefault(domain, replaces.value(), now))
        : Reversal.impossible(
            "the default before is not known; give it with from(…), fromExpression(…) or"
                + " fromNone()");
  }

  @Override
  public String summary() {
    return (value == null ? "drop" : "set") + " default of domain " + domain;
  }
}
