package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles in a statement. */
final class RoleNames {

  private static final Set<String> KEY_WORDS =
      Set.of("PUBLIC", "CURRENT_USER", "CURRENT_ROLE", "SESSION_USER");

  private RoleNames() {}

  /** The roles, divided by commas; key words stay what they are. */
  static String sql(List<String> roles) {
    return roles.stream()
        .map(role -> KEY_WORDS.contains(role) ? role : SqlNames.quote(role))
        .collect(Collectors.joining(", "));
  }

  static List<String> atLeastOne(List<String> roles, String what) {
    if (roles.isEmpty()) {
      throw new MigrationsException(
          "What the revision says of " + what + " names no role.",
          "Name at least one; \"PUBLIC\" means all.");
    }
    return List.copyOf(roles);
  }
}
