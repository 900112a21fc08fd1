package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * A column and its value.
 *
 * @param column the column
 * @param value the value
 * @since 0.1.0
 */
public record ColumnAssignment(String column, SqlValue value) {

  String assignment() {
    return SqlNames.quote(column) + " = " + value.sql();
  }

  String comparison() {
    return value.equals(SqlValue.of(null)) ? SqlNames.quote(column) + " IS NULL" : assignment();
  }
}
