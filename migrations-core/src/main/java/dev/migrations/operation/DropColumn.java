package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import org.jspecify.annotations.Nullable;

/**
 * Drops a column with its values, and the indexes and constraints that it is part of. Takes {@code
 * ACCESS EXCLUSIVE} for a moment; nothing is rewritten.
 *
 * @param table the table
 * @param column the column
 * @param ifExists whether it is no error when there is none
 * @param cascade whether views and foreign keys that depend on it go as well
 * @param definition how it is added again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, DROP COLUMN</a>
 * @since 0.1.0
 */
public record DropColumn(
    QualifiedName table,
    String column,
    boolean ifExists,
    boolean cascade,
    @Nullable Column definition)
    implements Operation {

  /** Starts the dropping of a column. */
  public static Builder builder(QualifiedName table, String column) {
    return new Builder(table, column);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final String column;
    private boolean ifExists;
    private boolean cascade;
    private @Nullable Column definition;

    private Builder(QualifiedName table, String column) {
      this.table = table;
      this.column = column;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /** Views and foreign keys that depend on it go as well. */
    public Builder cascade() {
      this.cascade = true;
      return this;
    }

    /** What the column was, so that dropping it can be undone; its values are lost all the same. */
    public Builder definition(Column former) {
      this.definition = former;
      return this;
    }

    @Override
    public DropColumn build() {
      return new DropColumn(table, column, ifExists, cascade, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "ALTER TABLE "
            + table.sql()
            + " DROP COLUMN "
            + (ifExists ? "IF EXISTS " : "")
            + SqlNames.quote(column)
            + (cascade ? " CASCADE" : ""));
  }

  @Override
  public Reversal reversal() {
    if (definition == null) {
      return Reversal.impossible("what the column was is not known; say so with definition(…)");
    }
    // Without a default this works on an empty table only, where the plain form locks nobody out.
    boolean emptyTableOnly = definition.required() && definition.value() == null;
    return Reversal.by(new AddColumn(table, definition, emptyTableOnly, Filling.DEFAULT));
  }

  @Override
  public String summary() {
    return "drop column " + column + " of " + table;
  }
}
