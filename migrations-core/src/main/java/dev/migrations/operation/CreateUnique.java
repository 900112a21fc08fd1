package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds a unique constraint. On a table in use its index is built concurrently first, outside a
 * transaction, and then attached.
 *
 * <p>On a partitioned table in use, PostgreSQL builds no index concurrently and attaches none.
 * {@link Builder#onPartitions} names the partitions then: the constraint is made on each of them in
 * this way, and PostgreSQL takes them for the one of the whole table, under {@code ACCESS
 * EXCLUSIVE} on all of them for a moment, without building anything.
 *
 * @param table the table
 * @param unique the constraint
 * @param index a unique index that becomes its own, or {@code null} for one that is built
 * @param partitions the partitions on which it is built one by one; none for a table without
 * @param blocking whether the plain form is taken, which stops reads and writes while it builds
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ADD table_constraint_using_index</a>
 * @since 0.1.0
 */
public record CreateUnique(
    QualifiedName table,
    Unique unique,
    @Nullable String index,
    List<QualifiedName> partitions,
    boolean blocking)
    implements Operation {

  /**
   * Checks the options.
   *
   * @throws MigrationsException when it has both an index and partitions
   */
  public CreateUnique {
    partitions = List.copyOf(partitions);
    PartitionedConstraint.refuseBoth(
        "createUnique", "usingIndex", index != null && !partitions.isEmpty());
  }

  /** Starts a unique constraint. */
  public static Builder builder(String name, QualifiedName table, String... columns) {
    return new Builder(Unique.of(columns).named(name), table);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private Unique unique;
    private final QualifiedName table;
    private @Nullable String index;
    private List<QualifiedName> partitions = List.of();
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
      this.unique = unique.withoutOverlapping();
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
    public CreateUnique build() {
      return new CreateUnique(table, unique, index, partitions, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    Requirements.check(unique, units, this);
    boolean plain = blocking || units.isNew(table);
    String name = unique.nameOn(table);
    if (plain && index == null) {
      AddConstraint.plain(table, unique, units);
    } else if (unique.withoutOverlaps()) {
      WithoutOverlaps.refuse(this, table, "createUnique", units);
    } else if (!plain && !partitions.isEmpty()) {
      new PartitionedConstraint(table, partitions).unique(unique, units);
    } else {
      if (index == null) {
        IndexBuilding.write(name, table, true, unique.indexDefinition(), false, units);
      }
      String existing = index == null ? name : index;
      AddConstraint.usingIndex(table, name, existing, "UNIQUE", unique.deferral(), plain, units);
    }
  }

  @Override
  public Reversal reversal() {
    DropConstraint drop = DropConstraint.of(table, unique.nameOn(table), unique);
    return index == null
        ? Reversal.by(drop)
        : Reversal.by(
            drop,
            AddConstraint.formerIndex(
                index,
                table,
                unique.columns(),
                unique.include(),
                unique.nullsNotDistinct(),
                blocking));
  }

  @Override
  public String summary() {
    return "create unique constraint " + unique.nameOn(table) + " on " + table;
  }
}
