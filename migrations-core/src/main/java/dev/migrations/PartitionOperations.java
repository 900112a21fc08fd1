package dev.migrations;

import dev.migrations.operation.AttachPartition;
import dev.migrations.operation.CreatePartition;
import dev.migrations.operation.DetachPartition;
import dev.migrations.operation.DropPartition;
import dev.migrations.operation.QualifiedName;

/**
 * Partitions of tables.
 *
 * @since 0.1.0
 */
public sealed interface PartitionOperations extends OperationRecorder permits Operations {

  /** Creates a partition of a table; {@code forValues} completes it. */
  default CreatePartition.Builder createPartition(String parent, String partition) {
    return invoke(
        CreatePartition.builder(QualifiedName.parse(parent), QualifiedName.parse(partition)));
  }

  /** Makes a table a partition of another; {@code forValues} completes it. */
  default AttachPartition.Builder attachPartition(String parent, String table) {
    return invoke(AttachPartition.builder(QualifiedName.parse(parent), QualifiedName.parse(table)));
  }

  /** Makes a partition a table of its own. */
  default DetachPartition.Builder detachPartition(String parent, String partition) {
    return invoke(
        DetachPartition.builder(QualifiedName.parse(parent), QualifiedName.parse(partition)));
  }

  /** Drops a partition with its rows. */
  default DropPartition.Builder dropPartition(String parent, String partition) {
    return invoke(
        DropPartition.builder(QualifiedName.parse(parent), QualifiedName.parse(partition)));
  }
}
