package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Drops an index. Concurrently, outside a transaction, unless its table is known and new.
 *
 * @param index the index
 * @param table its table, or {@code null} when it is not known
 * @param ifExists whether it is no error when there is none
 * @param definition how it is created again, or {@code null}
 * @param blocking whether the plain form is taken, which waits for and then stops reads and writes
 * @see <a href="https://www.postgresql.org/docs/current/sql-dropindex.html">PostgreSQL: DROP
 *     INDEX</a>
 * @since 0.1.0
 */
public record DropIndex(
    QualifiedName index,
    @Nullable QualifiedName table,
    boolean ifExists,
    @Nullable CreateIndex definition,
    boolean blocking)
    implements Operation {

  /** Starts the dropping of an index. */
  public static Builder builder(QualifiedName index) {
    return new Builder(index);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private QualifiedName index;
    private @Nullable QualifiedName table;
    private boolean ifExists;
    private @Nullable CreateIndex definition;
    private boolean blocking;

    private Builder(QualifiedName index) {
      this.index = index;
    }

    /**
     * The table that it is on; an index without a schema is looked for in the table's.
     *
     * @param name the table, see {@link QualifiedName#parse}
     */
    public Builder on(String name) {
      return on(QualifiedName.parse(name));
    }

    private Builder on(QualifiedName name) {
      this.table = name;
      this.index = index.schema() == null ? name.sibling(index.name()) : index;
      return this;
    }

    /** It is no error when there is none. */
    public Builder ifExists() {
      this.ifExists = true;
      return this;
    }

    /** What the index was, so that dropping it can be undone; tells its table as well. */
    public Builder definition(CreateIndex.Builder former) {
      this.definition = former.build();
      return on(definition.table());
    }

    /** Drops it inside the transaction, which stops all reads and writes of the table. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public DropIndex build() {
      return new DropIndex(index, table, ifExists, definition, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    boolean plain = blocking || (table != null && units.isNew(table));
    String statement =
        "DROP INDEX "
            + (plain ? "" : "CONCURRENTLY ")
            + (ifExists ? "IF EXISTS " : "")
            + index.sql();
    if (plain) {
      units.sql(statement);
    } else {
      units.outsideTransaction(new Command.Sql(statement), new Recovery.IndexDrop(index));
      if (definition != null) {
        units.undoneBy(definition);
      }
    }
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible("what the index was is not known; say so with definition(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop index " + index;
  }
}
