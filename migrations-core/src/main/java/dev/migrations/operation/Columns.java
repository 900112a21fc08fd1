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
}
