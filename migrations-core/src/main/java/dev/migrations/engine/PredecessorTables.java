package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.script.PredecessorTool;
import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the tables of other tools: one query. */
final class PredecessorTables {

  private static final String BY_NAME =
      PgCatalog.sql(
          "(n.nspname = ANY (current_schemas(false) || %s::name) AND c.relname = ANY (ARRAY[%s]))");

  private static final String NAMED = PgCatalog.sql("c.oid = to_regclass(%s)");

  // A table may be read only by a statement with its name in it, hence query_to_xml.
  private static final String CANDIDATES =
      PgCatalog.sql(
          """
          SELECT n.nspname, c.relname, %3$s AS named,
            ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
            CASE WHEN c.relkind = 'v' OR NOT %1$s OR NOT has_schema_privilege(n.oid, 'USAGE')
                OR NOT has_table_privilege(c.oid, 'SELECT') THEN true
              ELSE strpos(query_to_xml(format('SELECT 1 AS filled FROM %%I.%%I LIMIT 1',
                n.nspname, c.relname), true, true, '')::text, 'filled') > 0 END AS filled,
            l.oid IS NOT NULL AS lock_table,
            CASE WHEN NOT %1$s THEN pg_get_userbyid(c.relowner)
              WHEN NOT %2$s THEN pg_get_userbyid(l.relowner) END AS stranger
          FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_catalog.pg_database d ON d.datname = current_database()
          JOIN pg_catalog.pg_roles me ON me.rolname = CURRENT_USER
          LEFT JOIN pg_catalog.pg_class l
            ON l.relnamespace = n.oid AND l.relname = 'databasechangeloglock'
          WHERE c.relkind = ANY ('{r,p,v}') AND (%4$s)
          ORDER BY n.nspname, c.relname""");

  private final Connection connection;
  private final @Nullable String configuredSchema;

  /**
   * @param configuredSchema where to look besides the search path
   */
  PredecessorTables(Connection connection, @Nullable String configuredSchema) {
    this.connection = connection;
    this.configuredSchema = configuredSchema;
  }

  /**
   * Looks for the table of a tool, and comes upon those of others that have their usual names.
   *
   * @param name its name if it is another than usual, with its schema if need be
   * @param tool whose table is wanted; {@code null} for whoever has one
   */
  PredecessorSearch search(@Nullable String name, @Nullable PredecessorTool tool)
      throws SQLException {
    List<PredecessorTable> wanted = new ArrayList<>();
    List<PredecessorTable> others = new ArrayList<>();
    String misfit = null;
    for (Candidate candidate : name == null ? query("false", byUsualName()) : named(name)) {
      PredecessorTable table = candidate.table();
      boolean fits =
          (name == null || candidate.named())
              && table != null
              && (tool == null || table.tool() == tool);
      if (candidate.named() && !fits) {
        misfit = name;
      }
      if (table != null) {
        (fits ? wanted : others).add(table);
      }
    }
    return new PredecessorSearch(wanted, others, misfit);
  }

  private record Candidate(@Nullable PredecessorTable table, boolean named) {}

  private String byUsualName() {
    String schema = configuredSchema == null ? "" : configuredSchema;
    return BY_NAME.formatted(
        SqlLiterals.quote(schema),
        Arrays.stream(PredecessorTool.values())
            .map(tool -> SqlLiterals.quote(tool.table()))
            .collect(Collectors.joining(", ")));
  }

  private List<Candidate> named(String name) throws SQLException {
    try {
      String isNamed = NAMED.formatted(SqlLiterals.quote(name));
      return query("coalesce(%s, false)".formatted(isNamed), isNamed + " OR " + byUsualName());
    } catch (SQLException ex) {
      if (SqlStates.isUnreachable(ex)) {
        throw ex;
      }
      throw new MigrationsException(
          "'%s' cannot be the name of a table: %s".formatted(name, ServerMessage.text(ex)),
          "Name it as in SQL, such as schema_version or \"Old\".schema_version.",
          ex);
    }
  }

  private List<Candidate> query(String isNamed, String condition) throws SQLException {
    String sql =
        CANDIDATES.formatted(
            TableTrust.trusted("c.relowner"), TableTrust.trusted("l.relowner"), isNamed, condition);
    List<Candidate> candidates = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        candidates.add(new Candidate(table(rows), rows.getBoolean("named")));
      }
    }
    return candidates;
  }

  private static @Nullable PredecessorTable table(ResultSet row) throws SQLException {
    Array columns = row.getArray("columns");
    PredecessorTool tool =
        columns == null ? null : PredecessorTable.toolOf(Set.of((String[]) columns.getArray()));
    return tool == null
        ? null
        : new PredecessorTable(
            tool,
            row.getString("nspname"),
            row.getString("relname"),
            row.getBoolean("filled"),
            row.getBoolean("lock_table"),
            row.getString("stranger"));
  }
}
