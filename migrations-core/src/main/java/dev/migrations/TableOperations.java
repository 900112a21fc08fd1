package dev.migrations;

import dev.migrations.operation.AlterStorageParameters;
import dev.migrations.operation.ClusterOn;
import dev.migrations.operation.CreateTable;
import dev.migrations.operation.DropTable;
import dev.migrations.operation.Inherit;
import dev.migrations.operation.NoInherit;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.Relation;
import dev.migrations.operation.RenameTable;
import dev.migrations.operation.ReplicaIdentity;
import dev.migrations.operation.SetComment;
import dev.migrations.operation.SetLogged;
import dev.migrations.operation.SetReplicaIdentity;
import dev.migrations.operation.SetTablespace;
import dev.migrations.operation.TableElement;
import org.jspecify.annotations.Nullable;

/**
 * Tables: what they are made of, where and how they are stored.
 *
 * @since 0.1.0
 */
public sealed interface TableOperations extends OperationRecorder permits Operations {

  /** Creates a table from columns and constraints. */
  default CreateTable.Builder createTable(String table, TableElement... elements) {
    return invoke(CreateTable.builder(QualifiedName.parse(table), elements));
  }

  /** Drops a table with its rows. */
  default DropTable.Builder dropTable(String table) {
    return invoke(DropTable.builder(QualifiedName.parse(table)));
  }

  /** Sets and resets storage parameters of a table. */
  default AlterStorageParameters.Builder alterTable(String table) {
    return invoke(AlterStorageParameters.builder(Relation.TABLE, QualifiedName.parse(table)));
  }

  /** Writes the changes of a table to the write-ahead log from now on; rewrites it. */
  default SetLogged.Builder setLogged(String table) {
    return invoke(SetLogged.builder(QualifiedName.parse(table), true));
  }

  /** Stops writing the changes of a table to the write-ahead log; rewrites it. */
  default SetLogged.Builder setUnlogged(String table) {
    return invoke(SetLogged.builder(QualifiedName.parse(table), false));
  }

  /** Moves a table to another tablespace; {@code blocking()} on a table in use. */
  default SetTablespace.Builder setTablespace(String table, String tablespace) {
    return invoke(SetTablespace.builder(Relation.TABLE, QualifiedName.parse(table), tablespace));
  }

  /** Sets what logical replication knows a row by. */
  default SetReplicaIdentity.Builder setReplicaIdentity(String table, ReplicaIdentity identity) {
    return invoke(SetReplicaIdentity.builder(QualifiedName.parse(table), identity));
  }

  /** Sets the index by which {@code CLUSTER} sorts the table; nothing is sorted now. */
  default ClusterOn.Builder clusterOn(String table, String index) {
    return invoke(ClusterOn.builder(QualifiedName.parse(table), index));
  }

  /** The table is sorted by no index any more. */
  default ClusterOn.Builder setWithoutCluster(String table) {
    return invoke(ClusterOn.builder(QualifiedName.parse(table), null));
  }

  /** Makes a table inherit from another; it has the columns and checks of that one already. */
  default void inherit(String table, String parent) {
    invoke(new Inherit(QualifiedName.parse(table), QualifiedName.parse(parent)));
  }

  /** The table no longer inherits from another; its columns stay. */
  default void noInherit(String table, String parent) {
    invoke(new NoInherit(QualifiedName.parse(table), QualifiedName.parse(parent)));
  }

  /** Renames a table, within its schema. */
  default void renameTable(String table, String newName) {
    invoke(new RenameTable(QualifiedName.parse(table), newName));
  }

  /** Sets the comment of a table; {@code null} removes it. */
  default SetComment.Builder commentOnTable(String table, @Nullable String comment) {
    return invoke(SetComment.builder(QualifiedName.parse(table), null, comment));
  }
}
