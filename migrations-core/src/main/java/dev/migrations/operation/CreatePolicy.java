package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates a policy, which has effect where row level security is enabled. Takes {@code ACCESS
 * EXCLUSIVE} on the table for a moment, which stops reads and writes.
 *
 * @param name its name
 * @param table its table
 * @param restrictive whether a row must pass it beside the others; otherwise it is enough that it
 *     passes one of them
 * @param command the statements that it is for
 * @param roles the roles that it is for; none for all
 * @param using which rows are there for them, as SQL, or {@code null}
 * @param withCheck which rows they may write, as SQL, or {@code null} for the same
 * @see <a href="https://www.postgresql.org/docs/current/sql-createpolicy.html">PostgreSQL: CREATE
 *     POLICY</a>
 * @since 0.1.0
 */
public record CreatePolicy(
    String name,
    QualifiedName table,
    boolean restrictive,
    PolicyCommand command,
    List<String> roles,
    @Nullable String using,
    @Nullable String withCheck)
    implements Operation {

  public CreatePolicy {
    roles = List.copyOf(roles);
  }

  /** Starts a policy. */
  public static Builder builder(String name, QualifiedName table) {
    return new Builder(name, table);
  }

  /** A policy, for {@link AlterPolicy.Builder#from} and {@link DropPolicy.Builder#definition}. */
  public static Builder policy(String name, String table) {
    return new Builder(name, QualifiedName.parse(table));
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final String name;
    private final QualifiedName table;
    private boolean restrictive;
    private PolicyCommand command = PolicyCommand.ALL;
    private List<String> roles = List.of();
    private @Nullable String using;
    private @Nullable String withCheck;

    private Builder(String name, QualifiedName table) {
      this.name = name;
      this.table = table;
    }

    /** It is enough that a row passes this or another permissive policy; so it is by default. */
    public Builder permissive() {
      this.restrictive = false;
      return this;
    }

    /** A row must pass it beside the others. */
    public Builder restrictive() {
      this.restrictive = true;
      return this;
    }

    /** It is for these statements only. */
    public Builder forCommand(PolicyCommand statements) {
      this.command = statements;
      return this;
    }

    /** It is for these roles only; {@code "PUBLIC"} and {@code "CURRENT_USER"} are key words. */
    public Builder to(String... names) {
      this.roles = List.of(names);
      return this;
    }

    /** Which rows are there for them, as SQL: {@code tenant = current_setting('app.tenant')}. */
    public Builder using(String condition) {
      this.using = condition;
      return this;
    }

    /** Which rows they may write, as SQL. */
    public Builder withCheck(String condition) {
      this.withCheck = condition;
      return this;
    }

    @Override
    public CreatePolicy build() {
      return new CreatePolicy(name, table, restrictive, command, roles, using, withCheck);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "CREATE POLICY "
            + SqlNames.quote(name)
            + " ON "
            + table.sql()
            + (restrictive ? " AS RESTRICTIVE" : "")
            + (command == PolicyCommand.ALL ? "" : " FOR " + command)
            + clauses(roles, using, withCheck));
  }

  static String clauses(List<String> roles, @Nullable String using, @Nullable String withCheck) {
    return (roles.isEmpty() ? "" : " TO " + RoleNames.sql(roles))
        + (using == null ? "" : " USING (" + using + ")")
        + (withCheck == null ? "" : " WITH CHECK (" + withCheck + ")");
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropPolicy(name, table, false, this));
  }

  @Override
  public String summary() {
    return "create policy " + name + " on " + table;
  }
}
