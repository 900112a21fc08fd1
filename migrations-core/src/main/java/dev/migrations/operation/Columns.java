package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlNames;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of column names. */
final class Columns {

  private Columns() {}

  static List<String> atLeastOne(List<String> columns, String what) {
    if (columns.isEmpty()) {
      throw new MigrationsException(
          "A " + what + " names no column.", "Name at least one column of the table.");
    }
    return List.copyOf(columns);
  }

  /** The names in parentheses: {@code (customer_id, product_id)}. */
  static String list(List<String> columns) {
    return "(" + names(columns) + ")";
  }

  /** The names: {@code customer_id, product_id}. */
  static String names(List<String> columns) {
    return columns.stream().map(SqlNames::quote).collect(Collectors.joining(", "));
  }

  static String includeClause(List<String> include) {
    return include.isEmpty() ? "" : " INCLUDE " + list(include);
  }

  /** The last one is a period: {@code (room, PERIOD during)}. */
  static String listWithPeriod(List<String> columns) {
    return lastMarked(columns, "PERIOD ", "");
  }

  /** The last one does not overlap: {@code (room, during WITHOUT OVERLAPS)}. */
  static String listWithoutOverlaps(List<String> columns) {
    return lastMarked(columns, "", " WITHOUT OVERLAPS");
  }

  static void checkWithoutOverlaps(boolean withoutOverlaps, List<String> columns) {
    if (withoutOverlaps && columns.size() < 2) {
      throw new MigrationsException(
          "A key without overlaps has one column, '" + columns.get(0) + "'.",
          "Name a column that must be equal before the range, or use an exclusion constraint.");
    }
  }

  private static String lastMarked(List<String> columns, String before, String behind) {
    int last = columns.size() - 1;
    String others =
        columns.subList(0, last).stream()
            .map(column -> SqlNames.quote(column) + ", ")
            .collect(Collectors.joining());
    return "(" + others + before + SqlNames.quote(columns.get(last)) + behind + ")";
  }
}
