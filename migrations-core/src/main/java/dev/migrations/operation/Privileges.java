package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lists of privileges. */
final class Privileges {

  private Privileges() {}

  static List<Privilege> atLeastOne(List<Privilege> privileges) {
    if (privileges.isEmpty()) {
      throw new MigrationsException(
          "A grant or revoke names no privilege.", "Name at least one; ALL means all.");
    }
    return List.copyOf(privileges);
  }

  static void require(List<Privilege> privileges, UnitWriter units, Operation operation) {
    if (privileges.contains(Privilege.MAINTAIN)) {
      units.require(17, operation, "MAINTAIN");
    }
  }

  static String words(List<Privilege> privileges) {
    return privileges.stream()
        .map(privilege -> privilege.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
