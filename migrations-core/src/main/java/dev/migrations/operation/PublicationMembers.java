package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of what a publication publishes, as they stand in a statement. */
final class PublicationMembers {

  private PublicationMembers() {}

  /** Refuses what the server lacks. */
  static void require(List<PublicationMember> members, Operation operation, UnitWriter units) {
    for (PublicationMember member : members) {
      if (member instanceof PublicationMember.Schema) {
        units.require(15, operation, "TABLES IN SCHEMA");
      } else if (member instanceof PublicationMember.Table table && !table.columns().isEmpty()) {
        units.require(15, operation, "A column list of a publication");
      }
      if (member instanceof PublicationMember.Table table && table.where() != null) {
        units.require(15, operation, "A row filter of a publication");
      }
    }
  }

  /** The members as they are published: {@code TABLE a (b) WHERE (c), d, TABLES IN SCHEMA e}. */
  static String published(List<PublicationMember> members) {
    return list(
        members,
        table ->
            table.table().sql()
                + (table.columns().isEmpty() ? "" : " " + Columns.list(table.columns()))
                + (table.where() == null ? "" : " WHERE (" + table.where() + ")"));
  }

  /** The members by their names alone. */
  static String names(List<PublicationMember> members) {
    return list(members, table -> table.table().sql());
  }

  private static String list(
      List<PublicationMember> members, Function<PublicationMember.Table, String> tableSql) {
    List<String> parts = new ArrayList<>();
    String tables =
        only(PublicationMember.Table.class, members)
            .map(tableSql)
            .collect(Collectors.joining(", "));
    String schemas =
        only(PublicationMember.Schema.class, members)
            .map(schema -> SqlNames.quote(schema.schema()))
            .collect(Collectors.joining(", "));
    if (!tables.isEmpty()) {
      parts.add("TABLE " + tables);
    }
    if (!schemas.isEmpty()) {
      parts.add("TABLES IN SCHEMA " + schemas);
    }
    return String.join(", ", parts);
  }

  private static <T> Stream<T> only(Class<T> kind, List<PublicationMember> members) {
    return members.stream().filter(kind::isInstance).map(kind::cast);
  }
}
