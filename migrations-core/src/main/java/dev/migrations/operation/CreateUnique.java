package dev.migrations.operation;

/**
 * Adds a unique constraint. On a table in use its index is built concurrently first, outside a
 * transaction, and then attached.
 *
 * @param table the table
 * @param unique the constraint
 * @param blocking whether the plain form is taken, which stops reads and writes while it builds
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ADD table_constraint_using_index</a>
 * @since 0.1.0
 */
public record CreateUnique(QualifiedName table, Unique unique, boolean blocking)
    implements Operation {

  /** Starts a unique constraint. */
  public static Builder builder(String name, QualifiedName table, String... columns) {
    return new Builder(Unique.of(columns).named(name), table);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private Unique unique;
    private final QualifiedName table;
    private boolean blocking;

    private Builder(Unique unique, QualifiedName table) {
      this.unique = unique;
      this.table = table;
    }

    /** Its index carries these columns as well. */
    public Builder include(String... columns) {
      this.unique = unique.include(columns);
      return this;
    }

    /** Two nulls count as equal; PostgreSQL 15 and later. */
    public Builder nullsNotDistinct() {
      this.unique = unique.withNullsNotDistinct();
      return this;
    }

    /** A transaction may defer it. */
    public Builder deferrable() {
      this.unique = unique.deferrable();
      return this;
    }

    /** It is checked at the end of the transaction. */
    public Builder initiallyDeferred() {
      this.unique = unique.initiallyDeferred();
      return this;
    }

    /** Builds its index in the same statement, which stops all reads and writes meanwhile. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public CreateUnique build() {
      return new CreateUnique(table, unique, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    Requirements.check(unique, units, this);
    if (blocking || units.isNew(table)) {
      AddConstraint.plain(table, unique, units);
    } else {
      String name = unique.nameOn(table);
      IndexBuilding.write(name, table, true, unique.indexDefinition(), false, units);
      AddConstraint.usingIndex(table, name, "UNIQUE", unique.deferral(), units);
    }
  }

  @Override
  public Reversal reversal() {
    return Reversal.by(DropConstraint.of(table, unique.nameOn(table), unique));
  }

  @Override
  public String summary() {
    return "create unique constraint " + unique.nameOn(table) + " on " + table;
  }
}
