package dev.migrations.operation;

import java.util.List;

/** What the catalog says of partitions, and of how tables, columns and indexes are stored. */
final class TablesCatalog {

  private static final String USERS =
      "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";

  static final List<String> QUERIES =
      List.of(
          """
          SELECT format('storage of %s persistence %s method %s options %s toast %s tablespace %s'
                        ' identity %s partitioned %s bounds %s', c.oid::regclass, c.relpersistence,
                        (SELECT amname FROM pg_am WHERE oid = c.relam), c.reloptions, t.reloptions,
                        c.reltablespace, c.relreplident, pg_get_partkeydef(c.oid),
                        pg_get_expr(c.relpartbound, c.oid))
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
          WHERE %s"""
              .replace("WHERE %s", "WHERE " + USERS),
          """
          SELECT format('inherits %s from %s as %s pending %s', inhrelid::regclass,
                        inhparent::regclass, inhseqno, inhdetachpending)
          FROM pg_inherits""",
          """
          SELECT format('column storage %s.%I %s %s compression %L target %s options %s generated %s',
                        c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
                        a.attstorage, a.attcompression,
                        coalesce(nullif(a.attstattarget, -1)::text, 'default'), a.attoptions,
                        pg_get_expr(d.adbin, d.adrelid))
          FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
          WHERE c.relkind IN ('r', 'p', 'i', 'I') AND a.attnum > 0 AND NOT a.attisdropped AND %s"""
              .replace("AND %s", "AND " + USERS),
          """
          SELECT format('index use %s clustered %s replica identity %s', indexrelid::regclass,
                        indisclustered, indisreplident)
          FROM pg_index WHERE indrelid >= 16384
            AND indrelid NOT IN (SELECT oid FROM pg_class WHERE relkind = 't')""",
          """
          SELECT format('identity sequence %s type %s start %s increment %s max %s min %s cache %s'
                        ' cycle %s', seqrelid::regclass, seqtypid::regtype, seqstart, seqincrement,
                        seqmax, seqmin, seqcache, seqcycle)
          FROM pg_sequence""");

  private TablesCatalog() {}
}
