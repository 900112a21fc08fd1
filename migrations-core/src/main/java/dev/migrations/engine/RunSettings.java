package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Settings of a session that are others while it has the lock of a run. What a pool, a role or a
 * database sets for the statements of an application would end a long unit, or have it decide by
 * what it saw before it waited.
 *
 * @param found the values that the run found, in the order of {@link #NAMES}: each an SQL
 *     expression
 */
record RunSettings(List<String> found) {

  private static final List<String> NAMES =
      List.of(
          "default_transaction_isolation",
          "idle_in_transaction_session_timeout",
          "idle_session_timeout",
          // From PostgreSQL 17 on.
          "transaction_timeout");

  private static final List<String> WHILE_LOCKED = List.of("'read committed'", "'0'", "'0'", "'0'");

  private static final String SAVE =
      PgCatalog.sql("set_config('migrations.%1$s', current_setting('%1$s', true), false)");

  private static final String SET =
      PgCatalog.sql(
          "CASE WHEN current_setting('%1$s', true) IS NOT NULL THEN set_config('%1$s', %2$s, false) END");

  RunSettings {
    found = List.copyOf(found);
  }

  /** As columns of a query, null where the server does not know one. */
  static String columns() {
    return NAMES.stream()
        .map("pg_catalog.current_setting('%1$s', true) AS %1$s"::formatted)
        .collect(Collectors.joining(", "));
  }

  /**
   * @param columns the row with {@link #columns}
   */
  static RunSettings found(ResultSet columns) throws SQLException {
    List<String> values = new ArrayList<>();
    for (String name : NAMES) {
      String value = columns.getString(name);
      values.add(value == null ? "NULL" : SqlLiterals.quote(value));
    }
    return new RunSettings(values);
  }

  /** What {@link #save} kept in the session. */
  static RunSettings saved() {
    return new RunSettings(
        NAMES.stream().map("pg_catalog.current_setting('migrations.%s')"::formatted).toList());
  }

  /** As an expression: keeps them in the session, under names that nobody else uses. */
  static String save() {
    return NAMES.stream().map(SAVE::formatted).collect(Collectors.joining(", "));
  }

  /** As an expression: sets them for the session. */
  static String set() {
    return set(WHILE_LOCKED);
  }

  /** As an expression: puts them back for the session. */
  String restore() {
    return set(found);
  }

  private static String set(List<String> values) {
    List<String> each = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      each.add(SET.formatted(NAMES.get(i), values.get(i)));
    }
    return "pg_catalog.concat(" + String.join(", ", each) + ")";
  }
}
