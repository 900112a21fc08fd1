package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a privilege is on.
 *
 * @param sql the kind of object and its names, as they stand behind {@code ON}
 * @param columns for a privilege on columns of a table, the columns; otherwise none
 * @since 0.1.0
 */
public record PrivilegeTarget(String sql, List<String> columns) {

  public PrivilegeTarget {
    columns = List.copyOf(columns);
  }

  static PrivilegeTarget named(String kind, List<String> names) {
    return new PrivilegeTarget(
        kind
            + " "
            + Columns.atLeastOne(names, "privilege on a " + kind).stream()
                .map(name -> QualifiedName.parse(name).sql())
                .collect(Collectors.joining(", ")),
        List.of());
  }

  static PrivilegeTarget columnsOf(String table, String... columns) {
    return new PrivilegeTarget(
        "TABLE " + QualifiedName.parse(table).sql(),
        Columns.atLeastOne(List.of(columns), "privilege on columns"));
  }

  static PrivilegeTarget quoted(String kind, String... names) {
    return new PrivilegeTarget(
        kind + " " + Arrays.stream(names).map(SqlNames::quote).collect(Collectors.joining(", ")),
        List.of());
  }

  static PrivilegeTarget routine(RoutineKind kind, String signature) {
    return new PrivilegeTarget(
        kind + " " + new RoutineSignature(signature).withoutDefaults(), List.of());
  }

  /** The privileges with the columns that they are limited to. */
  String limited(List<Privilege> privileges) {
    return privileges.stream()
        .map(
            privilege ->
                (privilege == Privilege.ALL ? "ALL PRIVILEGES" : privilege.name())
                    + (columns.isEmpty() ? "" : " " + Columns.list(columns)))
        .collect(Collectors.joining(", "));
  }
}
