package dev.migrations;

import dev.migrations.operation.AlterPolicy;
import dev.migrations.operation.CreatePolicy;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.DropPolicy;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.RenameObject;
import dev.migrations.operation.RowLevelSecurity;

/**
 * Row level security and its policies.
 *
 * @since 0.1.0
 */
public sealed interface RowSecurityOperations extends OperationRecorder permits Operations {

  /** Lets policies decide which rows of a table a role sees. */
  default void enableRowLevelSecurity(String table) {
    invoke(new RowLevelSecurity(QualifiedName.parse(table), RowLevelSecurity.Mode.ENABLE));
  }

  /** Lets policies no longer decide which rows of a table a role sees. */
  default void disableRowLevelSecurity(String table) {
    invoke(new RowLevelSecurity(QualifiedName.parse(table), RowLevelSecurity.Mode.DISABLE));
  }

  /** Lets policies apply to the owner of the table as well. */
  default void forceRowLevelSecurity(String table) {
    invoke(new RowLevelSecurity(QualifiedName.parse(table), RowLevelSecurity.Mode.FORCE));
  }

  /** Lets policies no longer apply to the owner of the table. */
  default void noForceRowLevelSecurity(String table) {
    invoke(new RowLevelSecurity(QualifiedName.parse(table), RowLevelSecurity.Mode.NO_FORCE));
  }

  /** Creates a policy: which rows of a table a role sees and writes. */
  default CreatePolicy.Builder createPolicy(String policy, String table) {
    return invoke(CreatePolicy.builder(policy, QualifiedName.parse(table)));
  }

  /** Changes the roles or the conditions of a policy. */
  default AlterPolicy.Builder alterPolicy(String policy, String table) {
    return invoke(AlterPolicy.builder(policy, QualifiedName.parse(table)));
  }

  /** Drops a policy. */
  default DropPolicy.Builder dropPolicy(String policy, String table) {
    return invoke(DropPolicy.builder(policy, QualifiedName.parse(table)));
  }

  /** Renames a policy of a table. */
  default void renamePolicy(String table, String policy, String newName) {
    invoke(new RenameObject(DatabaseObject.policy(table, policy), newName));
  }
}
