package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;

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

  static String includeClause(List<String> include) {
    return include.isEmpty() ? "" : " INCLUDE " + Quoting.names(include);
  }
}
