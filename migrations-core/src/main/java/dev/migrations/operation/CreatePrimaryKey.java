package dev.migrations.operation;

/**
 * Adds a primary key. On a table in use null is forbidden in its columns first, by a check that is
 * validated and then dropped; its index is built concurrently, outside a transaction, and then
 * attached. Taking it back leaves its columns {@code NOT NULL}.
 *
 * @param table the table
 * @param primaryKey the primary key
 * @param blocking whether the plain form is taken, which stops reads and writes while it builds
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ADD table_constraint_using_index</a>
 * @since 0.1.0
 */
public record CreatePrimaryKey(QualifiedName table, PrimaryKey primaryKey, boolean blocking)
    implements Operation {

  /** Starts a primary key. */
  public static Builder builder(String name, QualifiedName table, String... columns) {
    return new Builder(PrimaryKey.of(columns).named(name), table);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private PrimaryKey primaryKey;
    private final QualifiedName table;
    private boolean blocking;

    private Builder(PrimaryKey primaryKey, QualifiedName table) {
      this.primaryKey = primaryKey;
      this.table = table;
    }

    /** Its index carries these columns as well. */
    public Builder include(String... columns) {
      this.primaryKey = primaryKey.include(columns);
      return this;
    }

    /** A transaction may defer it. */
    public Builder deferrable() {
      this.primaryKey = primaryKey.deferrable();
      return this;
    }

    /** It is checked at the end of the transaction. */
    public Builder initiallyDeferred() {
      this.primaryKey = primaryKey.initiallyDeferred();
      return this;
    }

    /** Builds its index in the same statement, which stops all reads and writes meanwhile. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public CreatePrimaryKey build() {
      return new CreatePrimaryKey(table, primaryKey, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (blocking || units.isNew(table)) {
      AddConstraint.plain(table, primaryKey, units);
    } else {
      String name = primaryKey.nameOn(table);
      // By a check on PostgreSQL 18 as well: it does not mind a column that is NOT NULL already.
      NotNullByCheck.write(table, primaryKey.columns(), units);
      IndexBuilding.write(name, table, true, primaryKey.indexDefinition(), false, units);
      AddConstraint.usingIndex(table, name, "PRIMARY KEY", primaryKey.deferral(), units);
    }
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(DropConstraint.of(table, primaryKey.nameOn(table), primaryKey));
  }

  @Override
  public String summary() {
    return "create primary key " + primaryKey.nameOn(table) + " on " + table;
  }
}
