package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code NOT NULL} by way of a check: since PostgreSQL 12, {@code SET NOT NULL} does not scan a
 * table when a valid check proves that there is no null. Does no harm to a column that is {@code
 * NOT NULL} already.
 */
final class NotNullByCheck {

  private NotNullByCheck() {}

  static void write(QualifiedName table, List<String> columns, UnitWriter units) {
    Map<String, String> names = new HashMap<>();
    for (String column : columns) {
      names.put(column, DefaultNames.of(table.name(), column, "not_null_check", names.values()));
    }
    Function<String, String> check = column -> SqlNames.quote(names.getOrDefault(column, ""));
    units.sqlInOwnTransaction(
        alter(
            table,
            columns,
            column ->
                "ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID"
                    .formatted(check.apply(column), SqlNames.quote(column))));
    units.undoneBy(
        alter(table, columns, column -> "DROP CONSTRAINT IF EXISTS " + check.apply(column)));
    units.sqlInOwnTransaction(
        alter(table, columns, column -> "VALIDATE CONSTRAINT " + check.apply(column)));
    units.undoneByNothing();
    // Apart, since the proof must still be there when SET NOT NULL looks for it.
    units.sqlInOwnTransaction(
        alter(table, columns, column -> "ALTER COLUMN " + SqlNames.quote(column) + " SET NOT NULL"),
        alter(table, columns, column -> "DROP CONSTRAINT " + check.apply(column)));
    // They stay so, as they do when a primary key is dropped.
    units.undoneByNothing();
  }

  private static String alter(
      QualifiedName table, List<String> columns, Function<String, String> action) {
    return columns.stream()
        .map(action)
        .collect(Collectors.joining(", ", "ALTER TABLE " + table.sql() + " ", ""));
  }
}
