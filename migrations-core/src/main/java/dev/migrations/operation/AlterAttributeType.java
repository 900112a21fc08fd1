package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Changes the type of an attribute of a composite type. PostgreSQL refuses it while a table has a
 * column of the composite type; tables that are typed ({@code OF}) follow with {@code CASCADE},
 * which may rewrite them under {@code ACCESS EXCLUSIVE}.
 *
 * @param type the composite type
 * @param attribute the attribute with its new type
 * @param cascade whether the columns of typed tables change as well
 * @param former the attribute before, or {@code null} when it is not known
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">PostgreSQL: ALTER TYPE,
 *     ALTER ATTRIBUTE</a>
 * @since 0.1.0
 */
public record AlterAttributeType(
    QualifiedName type, Attribute attribute, boolean cascade, @Nullable Attribute former)
    implements Operation {

  /** Starts the change. */
  public static Builder builder(QualifiedName type, String attribute, DataType newType) {
    return new Builder(type, Attribute.attribute(attribute, newType));
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName type;
    private Attribute attribute;
    private boolean cascade;
    private @Nullable Attribute former;

    private Builder(QualifiedName type, Attribute attribute) {
      this.type = type;
      this.attribute = attribute;
    }

    /** Its new collation, see {@link QualifiedName#parse}; else the one of the type. */
    public Builder collate(String name) {
      this.attribute = attribute.collate(name);
      return this;
    }

    /** Columns of typed tables change as well. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    /** Its type before, so that the change can be undone; its collation is then the type's. */
    public Builder from(DataType formerType) {
      this.former = Attribute.attribute(attribute.name(), formerType);
      return this;
    }

    /** Its type and collation before, so that the change can be undone. */
    public Builder from(DataType formerType, String collation) {
      this.former = Attribute.attribute(attribute.name(), formerType).collate(collation);
      return this;
    }

    @Override
    public AlterAttributeType build() {
      return new AlterAttributeType(type, attribute, cascade, former);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TYPE %s ALTER ATTRIBUTE %s TYPE %s%s"
            .formatted(
                type.sql(),
                SqlNames.quote(attribute.name()),
                attribute.typeAndCollation(),
                cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    return former == null
        ? Reversal.impossible("the type before is not known; give it with from(…)")
        : Reversal.by(new AlterAttributeType(type, former, cascade, attribute));
  }

  @Override
  public String summary() {
    return "alter type of attribute %s of %s to %s"
        .formatted(attribute.name(), type, attribute.type().sql());
  }
}
