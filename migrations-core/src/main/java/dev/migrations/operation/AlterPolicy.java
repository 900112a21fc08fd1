package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes the roles or the conditions of a policy; what is not given stays. Takes {@code ACCESS
 * EXCLUSIVE} on the table for a moment, which stops reads and writes.
 *
 * @param name the policy
 * @param table its table
 * @param roles the roles that it is for from now on; none for those before
 * @param using which rows are there for them, as SQL, or {@code null} for those before
 * @param withCheck which rows they may write, as SQL, or {@code null} for those before
 * @param former the policy as it was, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterpolicy.html">PostgreSQL: ALTER
 *     POLICY</a>
 * @since 0.1.0
 */
public record AlterPolicy(
    String name,
    QualifiedName table,
    List<String> roles,
    @Nullable String using,
    @Nullable String withCheck,
    @Nullable CreatePolicy former)
    implements Operation {

  /**
   * Checks the change.
   *
   * @throws MigrationsException when nothing changes, or the policy before is another one
   */
  public AlterPolicy {
    roles = List.copyOf(roles);
    if (roles.isEmpty() && using == null && withCheck == null) {
      throw new MigrationsException(
          "Nothing changes of policy " + name + " on " + table + ".",
          "Call to(…), using(…) or withCheck(…).");
    }
    if (former != null && !(former.name().equals(name) && former.table().equals(table))) {
      throw new MigrationsException(
          "Policy %s on %s was not %s on %s before."
              .formatted(name, table, former.name(), former.table()),
          "Give both the same name and table.");
    }
  }

  /** Starts a change. */
  public static Builder builder(String name, QualifiedName table) {
    return new Builder(name, table);
  }

  /** Knows what was there before, so that the change can be undone. */
  public static final class Builder implements OperationBuilder {
    private final String name;
    private final QualifiedName table;
    private List<String> roles = List.of();
    private @Nullable String using;
    private @Nullable String withCheck;
    private CreatePolicy.@Nullable Builder former;

    private Builder(String name, QualifiedName table) {
      this.name = name;
      this.table = table;
    }

    /** It is for these roles; {@code "PUBLIC"} and {@code "CURRENT_USER"} are key words. */
    public Builder to(String... names) {
      this.roles = List.of(names);
      return this;
    }

    /** Which rows are there for them, as SQL. */
    public Builder using(String condition) {
      this.using = condition;
      return this;
    }

    /** Which rows they may write, as SQL. */
    public Builder withCheck(String condition) {
      this.withCheck = condition;
      return this;
    }

    /** The policy before. */
    public Builder from(CreatePolicy.Builder policy) {
      this.former = policy;
      return this;
    }

    @Override
    public AlterPolicy build() {
      return new AlterPolicy(
          name, table, roles, using, withCheck, former == null ? null : former.build());
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER POLICY "
            + SqlNames.quote(name)
            + " ON "
            + table.sql()
            + CreatePolicy.clauses(roles, using, withCheck));
  }

  @Override
  public Reversal reversal() {
    if (former == null) {
      return Reversal.impossible("the policy before is not known; give it with from(…)");
    }
    if ((using != null && former.using() == null)
        || (withCheck != null && former.withCheck() == null)) {
      return Reversal.impossible(
          "ALTER POLICY can change a condition, but not take one away; drop and create the policy");
    }
    List<String> rolesBefore = former.roles().isEmpty() ? List.of("PUBLIC") : former.roles();
    return Reversal.by(
        new AlterPolicy(
            name,
            table,
            roles.isEmpty() ? List.of() : rolesBefore,
            using == null ? null : former.using(),
            withCheck == null ? null : former.withCheck(),
            afterwards(former)));
  }

  private CreatePolicy afterwards(CreatePolicy before) {
    return new CreatePolicy(
        name,
        table,
        before.restrictive(),
        before.command(),
        roles.isEmpty() ? before.roles() : roles,
        using == null ? before.using() : using,
        withCheck == null ? before.withCheck() : withCheck);
  }

  @Override
  public String summary() {
    return "alter policy " + name + " on " + table;
  }
}
