package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Drops a policy. Takes {@code ACCESS EXCLUSIVE} on the table for a moment, which stops reads and
 * writes.
 *
 * @param name its name
 * @param table its table
 * @param ifExists whether it is no error when there is none
 * @param definition how it is created again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-droppolicy.html">PostgreSQL: DROP
 *     POLICY</a>
 * @since 0.1.0
 */
public record DropPolicy(
    String name, QualifiedName table, boolean ifExists, @Nullable CreatePolicy definition)
    implements Operation {

  /** Starts the dropping of a policy. */
  public static Builder builder(String name, QualifiedName table) {
    return new Builder(name, table);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final String name;
    private final QualifiedName table;
    private boolean ifExists;
    private CreatePolicy.@Nullable Builder definition;

    private Builder(String name, QualifiedName table) {
      this.name = name;
      this.table = table;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /** What the policy was, so that dropping it can be undone. */
    public Builder definition(CreatePolicy.Builder former) {
      this.definition = former;
      return this;
    }

    @Override
    public DropPolicy build() {
      return new DropPolicy(name, table, ifExists, definition == null ? null : definition.build());
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "DROP POLICY "
            + (ifExists ? "IF EXISTS " : "")
            + SqlNames.quote(name)
            + " ON "
            + table.sql());
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible("what the policy was is not known; say so with definition(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop policy " + name + " on " + table;
  }
}
