package dev.migrations;

import dev.migrations.operation.AlterStorageParameters;
import dev.migrations.operation.AttachIndexPartition;
import dev.migrations.operation.CreateIndex;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.DropIndex;
import dev.migrations.operation.IndexKey;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.Reindex;
import dev.migrations.operation.Relation;
import dev.migrations.operation.RenameObject;
import dev.migrations.operation.SetTablespace;

/**
 * Indexes, on partitioned tables as well.
 *
 * @since 0.1.0
 */
public sealed interface IndexOperations extends OperationRecorder permits Operations {

  /** Creates an index on columns. */
  default CreateIndex.Builder createIndex(String index, String table, String... columns) {
    return invoke(CreateIndex.index(index, table, columns));
  }

  /** Creates an index on columns and expressions, with their options. */
  default CreateIndex.Builder createIndex(String index, String table, IndexKey... keys) {
    return invoke(CreateIndex.index(index, table, keys));
  }

  /** Makes the index of a partition a part of the index of its partitioned table. */
  default void attachIndexPartition(String index, String partitionIndex) {
    invoke(
        new AttachIndexPartition(QualifiedName.parse(index), QualifiedName.parse(partitionIndex)));
  }

  /** Builds an index anew. */
  default Reindex.Builder reindexIndex(String index) {
    return invoke(Reindex.builder(Reindex.Target.INDEX, QualifiedName.parse(index)));
  }

  /** Builds all indexes of a table anew. */
  default Reindex.Builder reindexTable(String table) {
    return invoke(Reindex.builder(Reindex.Target.TABLE, QualifiedName.parse(table)));
  }

  /** Sets and resets storage parameters of an index. */
  default AlterStorageParameters.Builder alterIndex(String index) {
    return invoke(AlterStorageParameters.builder(Relation.INDEX, QualifiedName.parse(index)));
  }

  /** Moves an index to another tablespace; {@code blocking()} on an index in use. */
  default SetTablespace.Builder setIndexTablespace(String index, String tablespace) {
    return invoke(SetTablespace.builder(Relation.INDEX, QualifiedName.parse(index), tablespace));
  }

  /** Drops an index. */
  default DropIndex.Builder dropIndex(String index) {
    return invoke(DropIndex.builder(QualifiedName.parse(index)));
  }

  /** Renames an index. */
  default void renameIndex(String index, String newName) {
    invoke(new RenameObject(DatabaseObject.index(index), newName));
  }
}
