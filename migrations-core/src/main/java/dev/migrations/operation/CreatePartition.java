package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * Creates a partition of a table.
 *
 * <p>{@code CREATE TABLE … PARTITION OF} takes {@code ACCESS EXCLUSIVE} on the partitioned table,
 * which stops all reads and writes of it, and scans the default partition meanwhile. So on a table
 * in use a table like it is created, with its columns, constraints and indexes, and attached, which
 * takes {@code SHARE UPDATE EXCLUSIVE}: reads and writes go on. If there is a default partition, a
 * check that none of its rows belongs to the new one is validated before, and dropped after; it is
 * locked for a moment only.
 *
 * <p>Taking it back detaches and drops the partition, with its rows.
 *
 * @param parent the partitioned table
 * @param partition the partition
 * @param bounds which rows it holds
 * @param partitionBy how it is divided itself, or {@code null}
 * @param blocking whether the plain form is taken
 * @see <a href="https://www.postgresql.org/docs/current/ddl-partitioning.html">PostgreSQL:
 *     partition maintenance</a>
 * @since 0.1.0
 */
public record CreatePartition(
    QualifiedName parent,
    QualifiedName partition,
    PartitionBounds bounds,
    @Nullable PartitionBy partitionBy,
    boolean blocking)
    implements Operation {

  /** Starts a partition. */
  public static Builder builder(QualifiedName parent, QualifiedName partition) {
    return new Builder(parent, partition);
  }

  /** Safe unless {@link #blocking} is called; {@link #forValues} is needed. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName parent;
    private final QualifiedName partition;
    private @Nullable PartitionBounds bounds;
    private @Nullable PartitionBy partitionBy;
    private boolean blocking;

    private Builder(QualifiedName parent, QualifiedName partition) {
      this.parent = parent;
      this.partition = partition;
    }

    /** Which rows it holds. */
    public Builder forValues(PartitionBounds rows) {
      this.bounds = rows;
      return this;
    }

    /** It is divided into partitions itself. */
    public Builder partitionBy(PartitionBy division) {
      this.partitionBy = division;
      return this;
    }

    /** One plain statement, which stops all reads and writes of the partitioned table. */
    public Builder blocking() {
      this.blocking = true;
      return this;
    }

    @Override
    public CreatePartition build() {
      return new CreatePartition(
          parent,
          partition,
          BoundsNeeded.in("createPartition", partition, bounds),
          partitionBy,
          blocking);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    String division = partitionBy == null ? "" : partitionBy.clause();
    if (blocking || units.isNew(parent)) {
      units.sql(
          "CREATE TABLE %s PARTITION OF %s %s%s"
              .formatted(partition.sql(), parent.sql(), bounds.sql(), division));
      if (units.isNew(parent)) {
        units.created(partition);
      }
      return;
    }
    // Identity belongs to the partitioned table (PostgreSQL 17); comments and statistics are not
    // taken over by PARTITION OF either.
    String create =
        "CREATE TABLE %s (LIKE %s INCLUDING ALL EXCLUDING IDENTITY EXCLUDING COMMENTS%s)%s"
            .formatted(partition.sql(), parent.sql(), " EXCLUDING STATISTICS", division);
    String attach = AttachPartition.statement(parent, partition, bounds);
    if (bounds instanceof PartitionBounds.Rest) {
      units.sqlInOwnTransaction(create, attach);
    } else {
      PartitionCheck check = new PartitionCheck(parent, partition, bounds);
      check.addToDefault(units);
      units.sqlInOwnTransaction(create, attach, check.dropFromDefault());
    }
  }

  @Override
  public Reversal reversal() {
    // The default partition cannot be detached concurrently.
    boolean plain = blocking || bounds instanceof PartitionBounds.Rest;
    return Reversal.by(new DropPartition(parent, partition, this, plain));
  }

  @Override
  public String summary() {
    return "create partition " + partition + " of " + parent;
  }
}
