package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds a primary key. On a table in use null is forbidden in its columns first, by a check that is
 * validated and then dropped; its index is built concurrently, outside a transaction, and then
 * attached. Taking it back leaves its columns {@code NOT NULL}.
 *
 * <p>On a partitioned table in use, PostgreSQL builds no index concurrently and attaches none.
 * {@link Builder#onPartitions} names the partitions then: the constraint is made on each of them in
 * this way, and PostgreSQL takes them for the one of the whole table, under {@code ACCESS
 * EXCLUSIVE} on all of them for a moment, without building anything. From PostgreSQL 18 on that
 * makes the inherited not-null constraints of its columns the partitions' own as well, for good.
 *
 * @param table the table
 * @param primaryKey the primary key
 * @param index a unique index that becomes its own, or {@code null} for one that is built
 * @param partitions the partitions on which it is built one by one; none for a table without
 * @param blocking whether the plain form is taken, which stops reads and writes while it builds
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ADD table_constraint_using_index</a>
 * @since 0.1.0
 */
public record CreatePrimaryKey(
    QualifiedName table,
    PrimaryKey primaryKey,
    @Nullable String index,
    List<QualifiedName> partitions,
    boolean blocking)
    implements Operation {

  /**
   * Checks the options.
   *
   * @throws MigrationsException when it has both an index and partitions
   */
  public CreatePrimaryKey {
    partitions = List.copyOf(partitions);
    PartitionedConstraint.refuseBoth(
        "createPrimaryKey", "usingIndex", index != null && !partitions.isEmpty());
  }

  /** Starts a primary key. */
  public static Builder builder(String name, QualifiedName table, String... columns) {
    return new Builder(PrimaryKey.of(columns).named(name), table);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private PrimaryKey primaryKey;
    private final QualifiedName table;
    private @Nullable String index;
    private List<QualifiedName> partitions = List.of();
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

    /**
     * A unique index on its columns, of the same table, becomes its own and takes its name; nothing
     * is built. Taking it back builds the index again.
     */
    public Builder usingIndex(String existing) {
      this.index = existing;
      return this;
    }

    /**
     * The last column is a range, and rows that are equal otherwise may not overlap in it;
     * PostgreSQL 18 and later. On a table in use it needs {@link #blocking}: no index of that kind
     * can be built before.
     */
    public Builder withoutOverlaps() {
      this.primaryKey = primaryKey.withoutOverlapping();
      return this;
    }

    /**
     * The table is partitioned, into these: it is made on each of them, by an index that is built
     * concurrently. All of them must be named, see {@link QualifiedName#parse}; none may be
     * partitioned itself.
     */
    public Builder onPartitions(String... names) {
      this.partitions = Stream.of(names).map(QualifiedName::parse).toList();
      return this;
    }

    /** Builds its index in the same statement, which stops all reads and writes meanwhile. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public CreatePrimaryKey build() {
      return new CreatePrimaryKey(table, primaryKey, index, partitions, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    Requirements.check(primaryKey, units, this);
    boolean plain = blocking || units.isNew(table);
    String name = primaryKey.nameOn(table);
    if (plain && index == null) {
      AddConstraint.plain(table, primaryKey, units);
    } else if (primaryKey.withoutOverlaps()) {
      WithoutOverlaps.refuse(this, table, "createPrimaryKey", units);
    } else if (!plain && !partitions.isEmpty()) {
      new PartitionedConstraint(table, partitions).primaryKey(primaryKey, units);
    } else {
      if (!plain) {
        // By a check on PostgreSQL 18 as well: it does not mind a column that is NOT NULL already.
        NotNullByCheck.write(table, primaryKey.columns(), units);
      }
      if (index == null) {
        IndexBuilding.write(name, table, true, primaryKey.indexDefinition(), false, units);
      }
      String existing = index == null ? name : index;
      AddConstraint.usingIndex(
          table, name, existing, "PRIMARY KEY", primaryKey.deferral(), plain, units);
    }
  }

  @Override
  public Reversal reversal() {
    DropConstraint drop = DropConstraint.of(table, primaryKey.nameOn(table), primaryKey);
    return index == null
        ? Reversal.by(drop)
        : Reversal.by(
            drop,
            AddConstraint.formerIndex(
                index, table, primaryKey.columns(), primaryKey.include(), false, blocking));
  }

  @Override
  public String summary() {
    return "create primary key " + primaryKey.nameOn(table) + " on " + table;
  }
}
