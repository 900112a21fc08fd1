package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * Renames an attribute of a composite type. Tables that are typed ({@code OF}) follow with {@code
 * CASCADE}, under {@code ACCESS EXCLUSIVE} for a moment. A running application that knows the old
 * name breaks.
 *
 * @param type the type
 * @param attribute the attribute
 * @param newName its new name
 * @param cascade whether the columns of typed tables are renamed as well
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">PostgreSQL: ALTER TYPE,
 *     RENAME ATTRIBUTE</a>
 * @since 0.1.0
 */
public record RenameAttribute(QualifiedName type, String attribute, String newName, boolean cascade)
    implements Operation {

  /** Starts the renaming. */
  public static Builder builder(QualifiedName type, String attribute, String newName) {
    return new Builder(type, attribute, newName);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName type;
    private final String attribute;
    private final String newName;
    private boolean cascade;

    private Builder(QualifiedName type, String attribute, String newName) {
      this.type = type;
      this.attribute = attribute;
      this.newName = newName;
    }

    /** Columns of typed tables are renamed as well. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    @Override
    public RenameAttribute build() {
      return new RenameAttribute(type, attribute, newName, cascade);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TYPE %s RENAME ATTRIBUTE %s TO %s%s"
            .formatted(
                type.sql(),
                SqlNames.quote(attribute),
                SqlNames.quote(newName),
                cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(new RenameAttribute(type, newName, attribute, cascade));
  }

  @Override
  public String summary() {
    return "rename attribute " + attribute + " of type " + type + " to " + newName;
  }
}
