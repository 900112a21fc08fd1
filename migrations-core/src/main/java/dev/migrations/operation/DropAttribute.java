package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Drops an attribute of a composite type, with its values. Locks no table, except that tables that
 * are typed ({@code OF}) follow with {@code CASCADE}, under {@code ACCESS EXCLUSIVE} for a moment.
 * Taken back, the attribute is the last one.
 *
 * @param type the type
 * @param attribute the attribute
 * @param ifExists whether it is no error when there is none
 * @param cascade whether typed tables lose the column as well
 * @param definition the attribute as it was, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">PostgreSQL: ALTER TYPE,
 *     DROP ATTRIBUTE</a>
 * @since 0.1.0
 */
public record DropAttribute(
    QualifiedName type,
    String attribute,
    boolean ifExists,
    boolean cascade,
    @Nullable Attribute definition)
    implements Operation {

  /** Starts the dropping of an attribute. */
  public static Builder builder(QualifiedName type, String attribute) {
    return new Builder(type, attribute);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName type;
    private final String attribute;
    private boolean ifExists;
    private boolean cascade;
    private @Nullable Attribute definition;

    private Builder(QualifiedName type, String attribute) {
      this.type = type;
      this.attribute = attribute;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /** Tables that are typed by it lose the column as well, with its values. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    /** The type of the attribute, so that dropping it can be undone. */
    public Builder definition(DataType former) {
      this.definition = Attribute.attribute(attribute, former);
      return this;
    }

    /** The type and collation of the attribute, so that dropping it can be undone. */
    public Builder definition(DataType former, String collation) {
      this.definition = Attribute.attribute(attribute, former).collate(collation);
      return this;
    }

    @Override
    public DropAttribute build() {
      return new DropAttribute(type, attribute, ifExists, cascade, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TYPE "
            + type.sql()
            + " DROP ATTRIBUTE "
            + (ifExists ? "IF EXISTS " : "")
            + SqlNames.quote(attribute)
            + (cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible("the type of the attribute is not known; give it with definition(…)")
        : Reversal.by(new AddAttribute(type, definition, cascade));
  }

  @Override
  public String summary() {
    return "drop attribute " + attribute + " of type " + type;
  }
}
