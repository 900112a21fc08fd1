package dev.migrations.operation;

/**
 * Allows null in a domain. Locks no table and scans nothing.
 *
 * @param domain the domain
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdomain.html">PostgreSQL: ALTER
 *     DOMAIN, DROP NOT NULL</a>
 * @since 0.1.0
 */
public record DropDomainNotNull(QualifiedName domain) implements Operation {

  @Override
  public void writeTo(UnitWriter units) {
    units.sql("ALTER DOMAIN " + domain.sql() + " DROP NOT NULL");
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new SetDomainNotNull(domain));
  }

  @Override
  public String summary() {
    return "drop not null on domain " + domain;
  }
}
