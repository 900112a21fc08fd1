package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.script.PredecessorTool;
import dev.migrations.sql.SqlLiterals;
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

/** Finds the table of another tool: one query. */
final class PredecessorTables {

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
   * The table, or null when there is none.
   *
   * @param name its name if it is another than usual, with its schema if need be
   * @param tool whose table is wanted; {@code null} for whoever has one
   * @throws MigrationsException when several are there
   */
  @Nullable PredecessorTable find(@Nullable String name, @Nullable PredecessorTool tool)
      throws SQLException {
    List<PredecessorTable> found = all(name, tool);
    if (found.size() > 1) {
      throw several(found);
    }
    return found.isEmpty() ? null : found.get(0);
  }

  /** One of the tables, or null when there is none; never throws because of what is there. */
  @Nullable PredecessorTable any(@Nullable String name, PredecessorTool tool) throws SQLException {
    List<PredecessorTable> found = all(name, tool);
    return found.isEmpty() ? null : found.get(0);
  }

  private List<PredecessorTable> all(@Nullable String name, @Nullable PredecessorTool tool)
      throws SQLException {
    if (tool == PredecessorTool.UNVERSIONED) {
      return List.of();
    }
    return (name == null ? query(byUsualName()) : named(name))
        .stream().filter(table -> tool == null || table.tool() == tool).toList();
  }

  private String byUsualName() {
    String schema = configuredSchema == null ? "" : configuredSchema;
    return "n.nspname = ANY (current_schemas(false) || CAST(%s AS name)) AND c.relname IN (%s)"
        .formatted(
            SqlLiterals.quote(schema),
            Arrays.stream(PredecessorTool.values())
                .map(tool -> SqlLiterals.quote(tool.table()))
                .collect(Collectors.joining(", ")));
  }

  private List<PredecessorTable> named(String name) throws SQLException {
    try {
      return query("c.oid = to_regclass(%s)".formatted(SqlLiterals.quote(name)));
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

  private List<PredecessorTable> query(String condition) throws SQLException {
    String sql =
        """
        SELECT n.nspname, c.relname,
          ARRAY(SELECT CAST(a.attname AS text) FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
          EXISTS (SELECT FROM pg_catalog.pg_class l WHERE l.relnamespace = c.relnamespace
            AND l.relname = 'databasechangeloglock') AS lock_table
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v') AND %s
        ORDER BY n.nspname, c.relname"""
            .formatted(condition);
    List<PredecessorTable> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        PredecessorTool tool =
            PredecessorTable.toolOf(Set.of((String[]) rows.getArray("columns").getArray()));
        if (tool != null) {
          tables.add(
              new PredecessorTable(
                  tool,
                  rows.getString("nspname"),
                  rows.getString("relname"),
                  rows.getBoolean("lock_table")));
        }
      }
    }
    return tables;
  }

  private static MigrationsException several(List<PredecessorTable> found) {
    boolean oneTool = found.stream().map(PredecessorTable::tool).distinct().count() == 1;
    return new MigrationsException(
        "The database has the tables of several tools: %s."
            .formatted(
                found.stream().map(PredecessorTable::toString).collect(Collectors.joining(", "))),
        oneTool
            ? "Say which one counts: --table " + found.get(0)
            : "Say which one counts: --from " + found.get(0).tool().code());
  }
}
