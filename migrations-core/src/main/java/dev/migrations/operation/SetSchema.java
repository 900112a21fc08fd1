package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Moves an object to another schema; a table takes its indexes, constraints and owned sequences
 * along. Takes {@code ACCESS EXCLUSIVE} for a moment on a table, view or sequence; other kinds lock
 * no table. A running application that knows it by the old schema breaks.
 *
 * @param object the object
 * @param schema the schema that it goes to
 * @param former the schema that it is in, or {@code null} when it is not known
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, SET SCHEMA</a>
 * @since 0.1.0
 */
public record SetSchema(DatabaseObject object, String schema, @Nullable String former)
    implements Operation {

  /**
   * Checks the kind.
   *
   * @throws MigrationsException when an object of the kind has no schema of its own
   */
  public SetSchema {
    if (!object.kind().movable()) {
      throw new MigrationsException(
          "This has no schema of its own: " + object + ".",
          "Move what it belongs to: a table takes its indexes and constraints along.");
    }
  }

  /** Starts the move. */
  public static Builder builder(DatabaseObject object, String schema) {
    return new Builder(object, schema);
  }

  /** Knows the schema that it was in by the name of the object, or by {@link #from}. */
  public static final class Builder implements OperationBuilder {
    private final DatabaseObject object;
    private final String schema;
    private @Nullable String former;

    private Builder(DatabaseObject object, String schema) {
      this.object = object;
      this.schema = schema;
      this.former = object.name().schema();
    }

    /** The schema that it is in before, where its name does not tell. */
    public Builder from(String formerSchema) {
      this.former = formerSchema;
      return this;
    }

    @Override
    public SetSchema build() {
      return new SetSchema(object, schema, former);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql("ALTER " + object.sql() + " SET SCHEMA " + SqlNames.quote(schema));
    if (object.kind().knowsNewness()) {
      units.renamed(object.name(), object.in(schema).name());
    }
  }

  @Override
  public Reversal reversal() {
    return former == null
        ? Reversal.impossible("the schema before is not known; give it with from(…)")
        : Reversal.by(new SetSchema(object.in(schema), former, schema));
  }

  @Override
  public String summary() {
    return "move " + object + " to schema " + schema;
  }
}
