package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Drops a table with its rows, indexes and constraints. Takes {@code ACCESS EXCLUSIVE} on it and on
 * each table that its foreign keys refer to, for a moment.
 *
 * @param table the table
 * @param ifExists whether it is no error when there is none
 * @param cascade whether views and foreign keys that depend on it go as well
 * @param definition how it is created again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-droptable.html">PostgreSQL: DROP
 *     TABLE</a>
 * @since 0.1.0
 */
public record DropTable(
    QualifiedName table, boolean ifExists, boolean cascade, @Nullable CreateTable definition)
    implements Operation {

  /** Starts the dropping of a table. */
  public static Builder builder(QualifiedName table) {
    return new Builder(table);
  }

  /** What is left out here stays as PostgreSQL has it. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private boolean ifExists;
    private boolean cascade;
    private @Nullable CreateTable definition;

    private Builder(QualifiedName table) {
      this.table = table;
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

    /**
     * What the table was, so that dropping it can be undone; its rows are lost all the same, and
     * indexes that belong to no constraint are not part of it.
     */
    public Builder definition(TableElement... elements) {
      this.definition = CreateTable.builder(table, elements).build();
      return this;
    }

    /** What the table was, with all its options; the rows are lost all the same. */
    public Builder definition(CreateTable.Builder former) {
      this.definition = former.build();
      return this;
    }

    @Override
    public DropTable build() {
      return new DropTable(table, ifExists, cascade, definition);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    units.sql(
        "DROP TABLE " + (ifExists ? "IF EXISTS " : "") + table.sql() + (cascade ? " CASCADE" : ""));
    units.dropped(table);
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible("what the table was is not known; say so with definition(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop table " + table;
  }
}
