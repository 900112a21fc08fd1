package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Drops a constraint, and the index that belongs to it. Takes {@code ACCESS EXCLUSIVE} for a
 * moment, for a foreign key on the table referred to as well.
 *
 * @param table the table
 * @param constraint the constraint
 * @param ifExists whether it is no error when there is none
 * @param cascade whether foreign keys that depend on it go as well
 * @param definition how it is added again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, DROP CONSTRAINT</a>
 * @since 0.1.0
 */
public record DropConstraint(
    QualifiedName table,
    String constraint,
    boolean ifExists,
    boolean cascade,
    @Nullable Constraint definition)
    implements Operation {

  static DropConstraint of(QualifiedName table, String name, @Nullable Constraint definition) {
    return new DropConstraint(table, name, false, false, definition);
  }

  /** Starts the dropping of a constraint. */
  public static Builder builder(QualifiedName table, String constraint) {
    return new Builder(table, constraint);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String constraint;
    private boolean ifExists;
    private boolean cascade;
    private @Nullable Constraint definition;

    private Builder(QualifiedName table, String constraint) {
      this.table = table;
      this.constraint = constraint;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /** Foreign keys that depend on it go as well. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    /** What the constraint was, so that dropping it can be undone. */
    public Builder definition(Constraint former) {
      this.definition = former.named(constraint);
      return this;
    }

    @Override
    public DropConstraint build() {
      return new DropConstraint(table, constraint, ifExists, cascade, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TABLE "
            + table.sql()
            + " DROP CONSTRAINT "
            + (ifExists ? "IF EXISTS " : "")
            + SqlNames.quote(constraint)
            + (cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible("what the constraint was is not known; say so with definition(…)")
        : Reversal.by(definition.addTo(table));
  }

  @Override
  public String summary() {
    return "drop constraint " + constraint + " of " + table;
  }
}
