package dev.migrations.operation;

/**
 * Makes the index of a partition a part of the index of its partitioned table, which becomes valid
 * with the last one. Takes {@code SHARE UPDATE EXCLUSIVE} on the index of the partitioned table and
 * {@code ACCESS EXCLUSIVE} on that of the partition, for a moment; nothing is scanned.
 *
 * @param index the index of the partitioned table
 * @param partitionIndex the index of the partition, with the same definition
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterindex.html">PostgreSQL: ALTER
 *     INDEX, ATTACH PARTITION</a>
 * @since 0.1.0
 */
public record AttachIndexPartition(QualifiedName index, QualifiedName partitionIndex)
    implements Operation {

  @Override
  public void writeTo(UnitWriter units) {
    units.sql("ALTER INDEX %s ATTACH PARTITION %s".formatted(index.sql(), partitionIndex.sql()));
  }

  @Override
  public Reversal reversal() {
    return Reversal.impossible("PostgreSQL detaches no index; it is attached until it is dropped");
  }

  @Override
  public String summary() {
    return "attach index " + partitionIndex + " to " + index;
  }
}
