package dev.migrations;

import dev.migrations.operation.AlterDefaultPrivileges;
import dev.migrations.operation.GrantPrivileges;
import dev.migrations.operation.Privilege;
import dev.migrations.operation.RevokePrivileges;

/**
 * Privileges: granted, revoked, and those of objects created later.
 *
 * @since 0.1.0
 */
public sealed interface PrivilegeOperations extends OperationRecorder permits Operations {

  /** Grants privileges; on what and to whom complete it. */
  default GrantPrivileges.Builder grant(Privilege... privileges) {
    return invoke(GrantPrivileges.builder(privileges));
  }

  /** Revokes privileges; on what and from whom complete it. */
  default RevokePrivileges.Builder revoke(Privilege... privileges) {
    return invoke(RevokePrivileges.builder(privileges));
  }

  /** Says which privileges objects have that are created later. */
  default AlterDefaultPrivileges.Builder alterDefaultPrivileges() {
    return invoke(AlterDefaultPrivileges.builder());
  }
}
