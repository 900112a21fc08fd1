package dev.migrations.engine;

import dev.migrations.script.PredecessorTool;
import dev.migrations.sql.SqlLiterals;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what a database holds: one query. */
final class ContentsReader {

  private static final String QUERY =
      """
      WITH bookkeeping AS (
        SELECT oid FROM pg_catalog.pg_class WHERE relkind IN ('r', 'p') AND relname IN (%s)
      ), object AS (
        SELECT c.relnamespace AS namespace, CAST('pg_class' AS regclass) AS catalog, c.oid,
          CASE WHEN c.relkind IN ('r', 'p', 'f') THEN 'table'
            WHEN c.relkind IN ('v', 'm') THEN 'view'
            WHEN c.relkind = 'S' THEN 'sequence'
            ELSE 'index' END AS kind
        FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
        WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I')
          AND c.oid NOT IN (SELECT oid FROM bookkeeping)
          AND (i.indrelid IS NULL OR i.indrelid NOT IN (SELECT oid FROM bookkeeping))
        UNION ALL
        SELECT pronamespace, CAST('pg_proc' AS regclass), oid, 'function' FROM pg_catalog.pg_proc
        UNION ALL
        SELECT typnamespace, CAST('pg_type' AS regclass), oid, 'type' FROM pg_catalog.pg_type
        WHERE typtype IN ('e', 'd', 'r')
          OR EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = typrelid AND c.relkind = 'c')
      )
      SELECT n.nspname,
        count(*) FILTER (WHERE kind = 'table') AS tables,
        count(*) FILTER (WHERE kind = 'view') AS views,
        count(*) FILTER (WHERE kind = 'sequence') AS sequences,
        count(*) FILTER (WHERE kind = 'function') AS functions,
        count(*) FILTER (WHERE kind = 'type') AS types,
        count(*) FILTER (WHERE kind = 'index') AS indexes
      FROM object JOIN pg_catalog.pg_namespace n ON n.oid = object.namespace
      WHERE n.nspname NOT LIKE 'pg\\_%%' AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = object.catalog
          AND d.objid = object.oid AND d.deptype IN ('e', 'i') AND d.objsubid = 0
          AND (d.deptype = 'e' OR object.kind <> 'index'))
      GROUP BY n.nspname ORDER BY n.nspname"""
          .formatted(
              Stream.concat(
                      Arrays.stream(PredecessorTool.values()).map(PredecessorTool::table),
                      Stream.of(
                          "databasechangeloglock", Tables.REVISION, Tables.HISTORY, Tables.JOURNAL))
                  .map(SqlLiterals::quote)
                  .collect(Collectors.joining(", ")));

  private ContentsReader() {}

  static List<SchemaContents> read(Connection connection) throws SQLException {
    List<SchemaContents> contents = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      while (row.next()) {
        contents.add(
            new SchemaContents(
                row.getString("nspname"),
                row.getInt("tables"),
                row.getInt("views"),
                row.getInt("sequences"),
                row.getInt("functions"),
                row.getInt("types"),
                row.getInt("indexes")));
      }
    }
    return contents;
  }
}
