package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Drops a rule. Takes {@code ACCESS EXCLUSIVE} on the table for a moment, which stops reads and
 * writes.
 *
 * @param name its name
 * @param table its table or view
 * @param ifExists whether it is no error when there is none
 * @param cascade whether what depends on it goes as well
 * @param definition how it is created again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-droprule.html">PostgreSQL: DROP
 *     RULE</a>
 * @since 0.1.0
 */
public record DropRule(
    String name,
    QualifiedName table,
    boolean ifExists,
    boolean cascade,
    @Nullable CreateRule definition)
    implements Operation {

  /** Starts the dropping of a rule. */
  public static Builder builder(String name, QualifiedName table) {
    return new Builder(name, table);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final String name;
    private final QualifiedName table;
    private boolean ifExists;
    private boolean cascade;
    private CreateRule.@Nullable Builder definition;

    private Builder(String name, QualifiedName table) {
      this.name = name;
      this.table = table;
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

    /** What the rule was, so that dropping it can be undone. */
    public Builder definition(CreateRule.Builder former) {
      this.definition = former;
      return this;
    }

    @Override
    public DropRule build() {
      return new DropRule(
          name, table, ifExists, cascade, definition == null ? null : definition.build());
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "DROP RULE "
            + (ifExists ? "IF EXISTS " : "")
            + SqlNames.quote(name)
            + " ON "
            + table.sql()
            + (cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible("what the rule was is not known; say so with definition(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop rule " + name + " on " + table;
  }
}
