package dev.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates a domain: a type with a default and constraints of its own. Locks no table. A column of a
 * domain with constraints cannot be added to a table without rewriting it, see {@link AddColumn}.
 *
 * @param domain the domain
 * @param type the type that it restricts
 * @param collation its collation, or {@code null} for the one of the type
 * @param defaultValue the default of its columns, or {@code null} for none
 * @param required whether null is forbidden
 * @param checks its checks, in which {@code VALUE} stands for the value
 * @see <a href="https://www.postgresql.org/docs/current/sql-createdomain.html">PostgreSQL: CREATE
 *     DOMAIN</a>
 * @since 0.1.0
 */
public record CreateDomain(
    QualifiedName domain,
    DataType type,
    @Nullable QualifiedName collation,
    @Nullable SqlValue defaultValue,
    boolean required,
    List<Check> checks)
    implements Operation {

  public CreateDomain {
    checks = List.copyOf(checks);
  }

  /** Starts a domain. */
  public static Builder builder(QualifiedName domain, DataType type) {
    return new Builder(domain, type);
  }

  /** A domain, for {@link DropDomain.Builder#definition}. */
  public static Builder domain(String domain, DataType type) {
    return new Builder(QualifiedName.parse(domain), type);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName domain;
    private final DataType type;
    private @Nullable QualifiedName collation;
    private @Nullable SqlValue defaultValue;
    private boolean required;
    private final List<Check> checks = new ArrayList<>();

    private Builder(QualifiedName domain, DataType type) {
      this.domain = domain;
      this.type = type;
    }

    /** Its collation, see {@link QualifiedName#parse}. */
    public Builder collate(String name) {
      this.collation = QualifiedName.parse(name);
      return this;
    }

    /** The default of its columns, a constant: any value that {@link SqlValue#of} knows. */
    public Builder defaultValue(@Nullable Object value) {
      this.defaultValue = SqlValue.of(value);
      return this;
    }

    /** The default of its columns, as SQL. */
    public Builder defaultExpression(String expression) {
      this.defaultValue = SqlValue.expression(expression);
      return this;
    }

    /** Forbids null. */
    public Builder notNull() {
      this.required = true;
      return this;
    }

    /** The expression is true or null for every value, which it calls {@code VALUE}. */
    public Builder check(String expression) {
      checks.add(new Check(null, expression, false, true));
      return this;
    }

    /** The expression is true or null for every value, by a constraint of this name. */
    public Builder check(String constraint, String expression) {
      checks.add(new Check(constraint, expression, false, true));
      return this;
    }

    @Override
    public CreateDomain build() {
      return new CreateDomain(domain, type, collation, defaultValue, required, checks);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    StringBuilder sql = new StringBuilder("CREATE DOMAIN " + domain.sql() + " AS " + type.sql());
    if (collation != null) {
      sql.append(" COLLATE ").append(collation.sql());
    }
    if (defaultValue != null) {
      sql.append(" DEFAULT ").append(defaultValue.sql());
    }
    if (required) {
      sql.append(" NOT NULL");
    }
    checks.forEach(check -> sql.append(' ').append(check.sql()));
    units.sql(sql.toString());
    units.created(domain);
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropDomain(domain, false, false, this));
  }

  @Override
  public String summary() {
    return "create domain " + domain;
  }
}
