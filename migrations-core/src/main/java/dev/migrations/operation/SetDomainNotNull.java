package dev.migrations.operation;

/**
 * Forbids null in a domain. PostgreSQL has no form that scans apart: in a transaction of its own it
 * takes {@code SHARE} on every table that has a column of the domain, which stops their writes
 * while it scans them. Where that is too long, {@link AddDomainConstraint} with {@code VALUE IS NOT
 * NULL}, left {@code NOT VALID}, holds for new values and scans nothing.
 *
 * @param domain the domain
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdomain.html">PostgreSQL: ALTER
 *     DOMAIN, SET NOT NULL</a>
 * @since 0.1.0
 */
public record SetDomainNotNull(QualifiedName domain) implements Operation {

  @Override
  public void writeTo(UnitWriter units) {
    String statement = "ALTER DOMAIN " + domain.sql() + " SET NOT NULL";
    if (units.isNew(domain)) {
      units.sql(statement);
    } else {
      units.sqlInOwnTransaction(statement);
    }
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropDomainNotNull(domain));
  }

  @Override
  public String summary() {
    return "set not null on domain " + domain;
  }
}
