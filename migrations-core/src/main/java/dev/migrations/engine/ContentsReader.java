package dev.migrations.engine;

import dev.migrations.script.PredecessorTool;
import dev.migrations.sql.PgCatalog;
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
      PgCatalog.sql(
              """
              WITH bookkeeping AS (
                SELECT oid FROM pg_catalog.pg_class WHERE relkind = ANY ('{r,p}') AND relname = ANY (ARRAY[%s])
              ), object AS (
                SELECT c.relnamespace AS namespace, 'pg_catalog.pg_class'::regclass AS catalog, c.oid,
                  CASE WHEN c.relkind = ANY ('{r,p,f}') THEN 'table'
                    WHEN c.relkind = ANY ('{v,m}') THEN 'view'
                    WHEN c.relkind = 'S' THEN 'sequence'
                    ELSE 'index' END AS kind
                FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
                WHERE c.relkind = ANY ('{r,p,f,v,m,S,i,I}')
                  AND c.oid <> ALL (SELECT oid FROM bookkeeping)
                  AND (i.indrelid IS NULL OR i.indrelid <> ALL (SELECT oid FROM bookkeeping))
                UNION ALL
                SELECT pronamespace, 'pg_catalog.pg_proc'::regclass, oid, 'function' FROM pg_catalog.pg_proc
                UNION ALL
                SELECT typnamespace, 'pg_catalog.pg_type'::regclass, oid, 'type' FROM pg_catalog.pg_type
                WHERE typtype = ANY ('{e,d,r}')
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
              WHERE NOT starts_with(n.nspname::text, 'pg_') AND n.nspname <> 'information_schema'
                AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = object.catalog
                  AND d.objid = object.oid AND d.deptype = ANY ('{e,i}') AND d.objsubid = 0
                  AND (d.deptype = 'e' OR object.kind <> 'index'))
              GROUP BY n.nspname ORDER BY n.nspname""")
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
