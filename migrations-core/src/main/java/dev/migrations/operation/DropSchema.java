package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Drops a schema that is empty; with {@code CASCADE} everything in it as well, which takes {@code
 * ACCESS EXCLUSIVE} on each of its tables.
 *
 * @param schema the schema
 * @param ifExists whether it is no error when there is none
 * @param cascade whether all that it holds goes as well
 * @param definition how it is created again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-dropschema.html">PostgreSQL: DROP
 *     SCHEMA</a>
 * @since 0.1.0
 */
public record DropSchema(
    String schema, boolean ifExists, boolean cascade, @Nullable CreateSchema definition)
    implements Operation {

  /** Starts the dropping of a schema. */
  public static Builder builder(String schema) {
    return new Builder(schema);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final String schema;
    private boolean ifExists;
    private boolean cascade;
    private @Nullable CreateSchema definition;

    private Builder(String schema) {
      this.schema = schema;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /** All that it holds goes as well. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    /**
     * It was empty and owned by the role that runs the revision, so that dropping it can be undone.
     */
    public Builder definition() {
      this.definition = new CreateSchema(schema, null, false);
      return this;
    }

    /** It was empty and owned by this role, so that dropping it can be undone. */
    public Builder definition(String authorization) {
      this.definition = new CreateSchema(schema, authorization, false);
      return this;
    }

    @Override
    public DropSchema build() {
      return new DropSchema(schema, ifExists, cascade, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "DROP SCHEMA "
            + (ifExists ? "IF EXISTS " : "")
            + SqlNames.quote(schema)
            + (cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    if (cascade) {
      return Reversal.impossible("what the schema held is not known");
    }
    return definition == null
        ? Reversal.impossible("whose schema it was is not known; say so with definition(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop schema " + schema;
  }
}
