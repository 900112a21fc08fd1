package dev.migrations.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names in the statements of pg_dump, which writes each with its schema where it is used. */
final class DumpNames {

  private DumpNames() {}

  /** All names with a schema, in order; of {@code schema.table.column} the first two. */
  static List<TableName> in(SqlStatement statement) {
    List<TableName> names = new ArrayList<>();
    SqlCursor at = new SqlCursor(statement.text());
    while (!at.atEnd()) {
      String first = at.name();
      if (first == null) {
        at.advance();
      } else if (at.skipSymbol('.')) {
        String second = at.name();
        if (second != null) {
          names.add(new TableName(first, second));
        }
        while (at.skipSymbol('.')) {
          at.advance();
        }
      }
    }
    return names;
  }

  /** The tables, with the sequences that they own and the indexes that they have. */
  static Set<TableName> withDependents(Set<TableName> tables, List<SqlStatement> statements) {
    Set<TableName> all = new HashSet<>(tables);
    for (SqlStatement statement : statements) {
      List<TableName> names = in(statement);
      SqlCursor at = new SqlCursor(statement.text());
      if (at.skip("alter", "sequence")) {
        if (at.hasAhead("owned", "by") && names.size() == 2 && tables.contains(names.get(1))) {
          all.add(names.get(0));
        }
      } else if (!names.isEmpty() && tables.contains(names.get(0))) {
        String index = indexName(new SqlCursor(statement.text()));
        if (index != null) {
          all.add(new TableName(names.get(0).schema(), index));
        }
      }
    }
    return all;
  }

  private static @Nullable String indexName(SqlCursor at) {
    if (at.skip("create")) {
      at.skip("unique");
      return at.skip("index") ? at.name() : null;
    }
    return at.hasAhead("add", "constraint") ? at.name() : null;
  }
}
