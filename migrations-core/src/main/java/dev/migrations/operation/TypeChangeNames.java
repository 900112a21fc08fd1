package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * The names of what exists only while the type of a column changes.
 *
 * @param column the new column
 * @param routine the function that keeps it in step
 * @param trigger the trigger that calls the function
 * @param check the check that proves that the column has no null
 */
record TypeChangeNames(String column, QualifiedName routine, String trigger, String check) {

  private static final String LABEL = "new_type";

  static TypeChangeNames of(QualifiedName table, String column) {
    String fresh = DefaultNames.of(column, null, LABEL);
    return new TypeChangeNames(
        fresh,
        table.sibling(DefaultNames.of(table.name(), column, LABEL)),
        // Behind every other trigger in PostgreSQL's alphabetical order, to see what they change.
        DefaultNames.of("~" + table.name(), column, LABEL),
        DefaultNames.of(table.name(), fresh, "not_null_check"));
  }

  /** The name of the n-th kept object on the new column. */
  static String kept(String name, int place) {
    return DefaultNames.of(name, null, LABEL + "_" + (place + 1));
  }

  String columnSql() {
    return SqlNames.quote(column);
  }
}
