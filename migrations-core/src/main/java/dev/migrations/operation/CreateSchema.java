package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Creates a schema. Locks no table.
 *
 * @param schema the schema
 * @param authorization the role that owns it, or {@code null} for the one that runs the revision
 * @param ifNotExists whether a schema of that name is left as it is
 * @see <a href="https://www.postgresql.org/docs/current/sql-createschema.html">PostgreSQL: CREATE
 *     SCHEMA</a>
 * @since 0.1.0
 */
public record CreateSchema(String schema, @Nullable String authorization, boolean ifNotExists)
    implements Operation {

  /** Starts a schema. */
  public static Builder builder(String schema) {
    return new Builder(schema);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final String schema;
    private @Nullable String authorization;
    private boolean ifNotExists;

    private Builder(String schema) {
      this.schema = schema;
    }

    /** The role that owns it. */
    public Builder authorization(String role) {
      this.authorization = role;
      return this;
    }

    /** A schema of that name is left as it is. */
    public Builder ifNotExists() {
      this.ifNotExists = true;
      return this;
    }

    @Override
    public CreateSchema build() {
      return new CreateSchema(schema, authorization, ifNotExists);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "CREATE SCHEMA "
            + (ifNotExists ? "IF NOT EXISTS " : "")
            + SqlNames.quote(schema)
            + (authorization == null ? "" : " AUTHORIZATION " + SqlNames.quote(authorization)));
  }

  @Override
  public Reversal reversal() {
    return ifNotExists
        ? Reversal.impossible("the schema may have been there before")
        : Reversal.by(new DropSchema(schema, false, false, this));
  }

  @Override
  public String summary() {
    return "create schema " + schema;
  }
}
