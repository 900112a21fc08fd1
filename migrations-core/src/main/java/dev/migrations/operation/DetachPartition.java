package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Makes a partition a table of its own, with its rows.
 *
 * <p>{@code DETACH PARTITION} takes {@code ACCESS EXCLUSIVE} on the partitioned table, the
 * partition and the default partition. So on a table in use it is done {@code CONCURRENTLY},
 * outside a transaction, which takes {@code SHARE UPDATE EXCLUSIVE} on the partitioned table: reads
 * and writes go on. At the end it takes {@code ACCESS EXCLUSIVE} on the partition, which nobody
 * reaches through the partitioned table any more; whoever named the partition itself, in a
 * transaction that is still open, is waited for under it. One that was killed half way is completed
 * by {@code FINALIZE} in the next run.
 *
 * <p>PostgreSQL refuses the concurrent form when there is a default partition; {@link
 * Builder#blocking} is left then. It also leaves a check behind that is equal to the bounds, so
 * that the table could be attached again without a scan. Given the bounds, this operation leaves
 * none: the rows are checked before, under a lock that lets reads and writes pass.
 *
 * @param parent the partitioned table
 * @param partition the partition
 * @param bounds which rows it held, or {@code null} when that is not known
 * @param blocking whether the plain form is taken
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, DETACH PARTITION</a>
 * @since 0.1.0
 */
public record DetachPartition(
    QualifiedName parent,
    QualifiedName partition,
    @Nullable PartitionBounds bounds,
    boolean blocking)
    implements Operation {

  /** Starts the detaching of a partition. */
  public static Builder builder(QualifiedName parent, QualifiedName partition) {
    return new Builder(parent, partition);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName parent;
    private final QualifiedName partition;
    private @Nullable PartitionBounds bounds;
    private boolean blocking;

    private Builder(QualifiedName parent, QualifiedName partition) {
      this.parent = parent;
      this.partition = partition;
    }

    /** Which rows it held, so that detaching it can be undone. */
    public Builder forValues(PartitionBounds rows) {
      this.bounds = rows;
      return this;
    }

    /** One plain statement, which waits for and then stops all reads and writes of the tables. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public DetachPartition build() {
      return new DetachPartition(parent, partition, bounds, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (blocking || units.isNew(parent)) {
      units.sql(statement());
      return;
    }
    PartitionCheck check =
        bounds == null || bounds instanceof PartitionBounds.Rest
            ? null
            : new PartitionCheck(parent, partition, bounds);
    if (check != null) {
      check.addOwn(units);
    }
    concurrently(parent, partition, units);
    if (bounds != null) {
      units.undoneBy(AttachPartition.unlessAttached(parent, partition, bounds));
    }
    if (check != null) {
      units.sqlInOwnTransaction(check.dropOwn());
    }
  }

  static void concurrently(QualifiedName parent, QualifiedName partition, UnitWriter units) {
    units.outsideTransaction(
        new Command.Sql(
            new DetachPartition(parent, partition, null, false).statement() + " CONCURRENTLY"),
        new Recovery.PartitionDetach(parent, partition));
  }

  private String statement() {
    return "ALTER TABLE %s DETACH PARTITION %s".formatted(parent.sql(), partition.sql());
  }

  @Override
  public Reversal reversal() {
    return bounds == null
        ? Reversal.impossible(
            "which rows the partition held is not known; say so with forValues(…)")
        : Reversal.by(new AttachPartition(parent, partition, bounds, blocking));
  }

  @Override
  public String summary() {
    return "detach partition " + partition + " from " + parent;
  }
}
