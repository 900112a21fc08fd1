package dev.migrations.operation;

/**
 * Adds an attribute to a composite type, at its end; in values that are there it is null. Locks no
 * table, except that tables that are typed ({@code OF}) follow with {@code CASCADE}, under {@code
 * ACCESS EXCLUSIVE} for a moment.
 *
 * @param type the type
 * @param attribute the attribute
 * @param cascade whether typed tables get the column as well
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">PostgreSQL: ALTER TYPE,
 *     ADD ATTRIBUTE</a>
 * @since 0.1.0
 */
public record AddAttribute(QualifiedName type, Attribute attribute, boolean cascade)
    implements Operation {

  /** Starts the addition. */
  public static Builder builder(QualifiedName type, Attribute attribute) {
    return new Builder(type, attribute);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName type;
    private final Attribute attribute;
    private boolean cascade;

    private Builder(QualifiedName type, Attribute attribute) {
      this.type = type;
      this.attribute = attribute;
    }

    /** Tables that are typed by it get the column as well. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    @Override
    public AddAttribute build() {
      return new AddAttribute(type, attribute, cascade);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TYPE "
            + type.sql()
            + " ADD ATTRIBUTE "
            + attribute.definition()
            + (cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new DropAttribute(type, attribute.name(), false, cascade, attribute));
  }

  @Override
  public String summary() {
    return "add attribute " + attribute.name() + " to type " + type;
  }
}
