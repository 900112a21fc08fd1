package dev.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drops a composite type, or a type of another kind. Locks no table, unless {@code CASCADE} drops
 * columns: then {@code ACCESS EXCLUSIVE} on each of their tables, for a moment.
 *
 * @param type the type
 * @param ifExists whether it is no error when there is none
 * @param cascade whether columns of the type go as well, with their values
 * @param definition how it is created again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-droptype.html">PostgreSQL: DROP
 *     TYPE</a>
 * @since 0.1.0
 */
public record DropType(
    QualifiedName type, boolean ifExists, boolean cascade, @Nullable CreateType definition)
    implements Operation {

  /** Starts the dropping of a type. */
  public static Builder builder(QualifiedName type) {
    return new Builder(type);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName type;
    private boolean ifExists;
    private boolean cascade;
    private @Nullable CreateType definition;

    private Builder(QualifiedName type) {
      this.type = type;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /** Columns of the type go as well, with their values. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    /** The attributes of the type, in order, so that dropping it can be undone. */
    public Builder definition(Attribute... attributes) {
      this.definition = new CreateType(type, List.of(attributes));
      return this;
    }

    @Override
    public DropType build() {
      return new DropType(type, ifExists, cascade, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "DROP TYPE " + (ifExists ? "IF EXISTS " : "") + type.sql() + (cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible("what the type was is not known; say so with definition(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop type " + type;
  }
}
