package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Drops a partition with its rows. Plain {@code DROP TABLE} takes {@code ACCESS EXCLUSIVE} on the
 * partitioned table as well. So on a table in use the partition is detached concurrently first, see
 * {@link DetachPartition}, and dropped when nobody reaches it any more.
 *
 * @param parent the partitioned table
 * @param partition the partition
 * @param definition how it is created again, or {@code null}
 * @param blocking whether the plain form is taken
 * @see <a href="https://www.postgresql.org/docs/current/ddl-partitioning.html">PostgreSQL:
 *     partition maintenance</a>
 * @since 0.1.0
 */
public record DropPartition(
    QualifiedName parent,
    QualifiedName partition,
    @Nullable CreatePartition definition,
    boolean blocking)
    implements Operation {

  /** Starts the dropping of a partition. */
  public static Builder builder(QualifiedName parent, QualifiedName partition) {
    return new Builder(parent, partition);
  }

  /** Safe unless {@link #blocking} is called. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName parent;
    private final QualifiedName partition;
    private @Nullable CreatePartition definition;
    private boolean blocking;

    private Builder(QualifiedName parent, QualifiedName partition) {
      this.parent = parent;
      this.partition = partition;
    }

    /** Which rows it held, so that dropping it can be undone; the rows are lost all the same. */
    public Builder forValues(PartitionBounds rows) {
      this.definition = new CreatePartition(parent, partition, rows, null, false);
      return this;
    }

    /** One plain statement, which waits for and then stops all reads and writes of the tables. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public DropPartition build() {
      return new DropPartition(parent, partition, definition, blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    if (!blocking && !units.isNew(parent)) {
      DetachPartition.concurrently(parent, partition, units);
      if (definition != null) {
        units.undoneBy(AttachPartition.unlessAttached(parent, partition, definition.bounds()));
      }
    }
    units.sql("DROP TABLE " + partition.sql());
    units.dropped(partition);
  }

  @Override
  public Reversal reversal() {
    return definition == null
        ? Reversal.impossible(
            "which rows the partition held is not known; say so with forValues(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "drop partition " + partition + " of " + parent;
  }
}
