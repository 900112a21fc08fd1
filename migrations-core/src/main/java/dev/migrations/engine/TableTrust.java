package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the tables are what the engine would have made, and belong to somebody who may be
 * trusted. Whoever makes a view, a trigger, a policy or an index of a table has it call functions
 * as the user who touches the table, some as soon as a query names it. So this is asked before.
 */
final class TableTrust {

  private static final String REFUSED = "migrations: no tables here that can be trusted";

  private static final String CURRENT_SCHEMA = "pg_catalog.current_schema()";

  /**
   * Trusted are the user itself and the roles that it is a member of, as a superuser is of none by
   * being one; those who own the schema, and could replace the tables, or the database; and
   * superusers.
   */
  private static final String TRUSTED =
      PgCatalog.sql(
          """
          (%1$s = me.oid OR %1$s = n.nspowner OR %1$s = d.datdba
            OR (NOT me.rolsuper AND pg_has_role(%1$s, 'MEMBER'))
            OR EXISTS (SELECT FROM pg_catalog.pg_roles s WHERE s.oid = %1$s AND s.rolsuper))""");

  /** Triggers others may make too, to whom the right to do so was granted. */
  private static final String TABLES =
      PgCatalog.sql(
              """
              SELECT c.oid, c.relname, c.relkind = ANY ('{r,p}') AS is_table,
                pg_get_userbyid(c.relowner) AS owner, %s AS trusted,
                row_security_active(c.oid) AS hides_rows, t.tgname, t.owner AS trigger_owner
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_database d ON d.datname = current_database()
              JOIN pg_catalog.pg_roles me ON me.rolname = CURRENT_USER
              LEFT JOIN LATERAL (
                SELECT t.tgname, pg_get_userbyid(f.proowner) AS owner
                FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc f ON f.oid = t.tgfoid
                WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND NOT %s LIMIT 1) t ON true
              WHERE n.nspname = %%s AND c.relname = ANY ('{%s,%s,%s}')""")
          .formatted(
              trusted("c.relowner"),
              trusted("f.proowner"),
              Tables.REVISION,
              Tables.HISTORY,
              Tables.JOURNAL);

  private static final String GOOD =
      PgCatalog.sql(
          """
          (SELECT count(*) FROM (%s) AS t
           WHERE is_table AND trusted AND NOT hides_rows AND tgname IS NULL%s) = 3""");

  /** Where a name without a schema leads elsewhere, it is no name for the table. */
  private static final String VISIBLE = PgCatalog.sql(" AND t.oid = to_regclass(t.relname::text)");

  private TableTrust() {}

  /**
   * The condition that a role is to be trusted with a relation of its own; of a query that has
   * {@code pg_roles me} of the current user, {@code pg_namespace n} and {@code pg_database d}.
   *
   * @param role its oid, as an expression
   */
  static String trusted(String role) {
    return TRUSTED.formatted(role);
  }

  /**
   * A statement that fails unless all tables are there and can be trusted. What goes to the server
   * together with it is not even read then.
   *
   * @param schema where they are; {@code null} for the current one, where a name without a schema
   *     must lead to them
   */
  static String guard(@Nullable String schema) {
    return "SELECT CAST(CASE WHEN %s THEN '1' ELSE '%s' END AS integer)"
        .formatted(good(schema), REFUSED);
  }

  /** Whether the guard was what failed. */
  static boolean isRefused(SQLException failure) {
    return SqlStates.isNoNumber(failure) && ServerMessage.text(failure).contains(REFUSED);
  }

  /** As the guard, for a script. */
  static String guardOfScript(@Nullable String schema) {
    return "DO "
        + SqlLiterals.quote(
            """
            BEGIN
              IF NOT %s THEN
                RAISE EXCEPTION 'The tables %s, %s and %s are not all there, or belong to somebody whom %% has no reason to trust',
                  CURRENT_USER;
              END IF;
            END"""
                .formatted(good(schema), Tables.REVISION, Tables.HISTORY, Tables.JOURNAL));
  }

  private static String good(@Nullable String schema) {
    return GOOD.formatted(tables(schema), schema == null ? VISIBLE : "");
  }

  private static String tables(@Nullable String schema) {
    return TABLES.formatted(schema == null ? CURRENT_SCHEMA : SqlLiterals.literal(schema));
  }

  /**
   * Whether all tables are there.
   *
   * @throws UntrustedTablesException when one is that cannot be trusted
   */
  static boolean exist(Connection connection, String schema) throws SQLException {
    List<String> faults = new ArrayList<>();
    int tables = 0;
    String user = connection.getMetaData().getUserName();
    try (Statement statement = connection.createStatement();
        ResultSet table = statement.executeQuery(tables(schema))) {
      while (table.next()) {
        tables++;
        String fault = fault(table, schema, user);
        if (fault != null) {
          faults.add(fault);
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new UntrustedTablesException(schema, user, faults);
    }
    return tables == 3;
  }

  private static @Nullable String fault(ResultSet table, String schema, String user)
      throws SQLException {
    String name = schema + "." + table.getString("relname");
    String owner = table.getString("owner");
    if (!table.getBoolean("is_table")) {
      return "%s is no table, and belongs to %s.".formatted(name, owner);
    }
    if (!table.getBoolean("trusted")) {
      return "Table %s belongs to %s.".formatted(name, owner);
    }
    if (table.getString("tgname") != null) {
      return "Table %s has the trigger %s, whose function belongs to %s."
          .formatted(name, table.getString("tgname"), table.getString("trigger_owner"));
    }
    return table.getBoolean("hides_rows")
        ? "Row level security may hide rows of table %s from %s.".formatted(name, user)
        : null;
  }
}
