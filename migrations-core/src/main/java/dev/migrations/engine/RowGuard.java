package dev.migrations.engine;

import dev.migrations.sql.SqlLiterals;
import java.util.List;
import java.util.stream.Collectors;

/** Compares the version rows with those that a plan starts from. */
final class RowGuard {

  private final Tables tables;

  RowGuard(Tables tables) {
    this.tables = tables;
  }

  /** Keeps others from moving the rows until the transaction ends, and lets readers pass. */
  String lock() {
    return "LOCK TABLE " + tables.revision() + " IN SHARE ROW EXCLUSIVE MODE";
  }

  /** The value for a column that refuses the null that it is when somebody moved the rows. */
  String ifRowsAre(List<String> rows, String value) {
    return "CASE WHEN %s THEN %s END".formatted(rowsAre(rows), SqlLiterals.literal(value));
  }

  String rowsAre(List<String> rows) {
    return sorted("revision", tables.revision())
        + " OPERATOR(pg_catalog.=) "
        + sorted("expected", "pg_catalog.unnest(" + array(rows) + ") AS expected");
  }

  /** Both sides of a comparison are sorted by the server, which does not sort as Java does. */
  private static String sorted(String column, String from) {
    return "(SELECT coalesce(pg_catalog.array_agg(%1$s ORDER BY %1$s COLLATE pg_catalog.\"C\"), '{}') FROM %2$s)"
        .formatted(column, from);
  }

  static String array(List<String> values) {
    return values.stream()
        .map(SqlLiterals::literal)
        .collect(Collectors.joining(", ", "CAST(ARRAY[", "] AS pg_catalog.text[])"));
  }
}
