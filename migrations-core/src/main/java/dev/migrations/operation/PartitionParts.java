package dev.migrations.operation;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;

/**
 * What {@code ATTACH PARTITION} would make on a table under its lock, since the partitioned table
 * has it: indexes, which it compares as CompareIndexInfo in index.c does, and foreign keys.
 */
final class PartitionParts {

  private static final String LACKING =
      PgCatalog.sql(
          """

          DECLARE
            parent CONSTANT pg_catalog.regclass := %s;
            part CONSTANT pg_catalog.regclass := %s;
            lacking pg_catalog.text;
          BEGIN
            WITH indexes AS (
              SELECT x.indexrelid, x.indrelid, x.indisvalid,
                (SELECT c.contype FROM pg_catalog.pg_constraint c
                 WHERE c.conrelid = x.indrelid AND c.conindid = x.indexrelid
                   AND c.contype = ANY ('{p,u,x}')) AS kind,
                jsonb_build_array(x.indisunique, (to_jsonb(x) -> 'indnullsnotdistinct'), x.indnkeyatts,
                  k.relam, x.indclass::text, x.indcollation::text,
                  pg_get_expr(x.indpred, x.indrelid),
                  (SELECT array_agg(pg_get_indexdef(x.indexrelid, n, false) ORDER BY n)
                   FROM generate_series(1, x.indnatts::integer) AS n)) AS shape
              FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class k ON k.oid = x.indexrelid
              WHERE x.indrelid = parent OR x.indrelid = part),
            foreign_keys AS (
              SELECT conrelid, conname, convalidated, pg_get_constraintdef(oid) AS shape
              FROM pg_catalog.pg_constraint WHERE (conrelid = parent OR conrelid = part) AND contype = 'f')
            SELECT string_agg(what, ', ') INTO lacking
            FROM (
              SELECT 'index ' || i.indexrelid::regclass AS what
              FROM indexes i
              WHERE i.indrelid = parent AND NOT EXISTS (
                SELECT FROM indexes o
                WHERE o.indrelid = part AND o.indisvalid AND o.shape = i.shape
                  AND (i.kind IS NULL OR o.kind = i.kind))
              UNION ALL
              SELECT 'foreign key ' || quote_ident(f.conname)
              FROM foreign_keys f
              WHERE f.conrelid = parent AND NOT EXISTS (
                SELECT FROM foreign_keys o
                WHERE o.conrelid = part AND o.convalidated AND o.shape = f.shape)) AS parts;
            IF lacking IS NOT NULL AND (pg_relation_size(part) > 0 OR EXISTS (
                SELECT FROM pg_partition_tree(part) WHERE pg_relation_size(relid) > 0)) THEN
              RAISE EXCEPTION 'table %% lacks what %% has: %%; attaching it would make that while nobody'
                ' can read or write it', part, parent, lacking
                USING HINT := 'Create the same on the table before, or use the blocking form.';
            END IF;
          END
          """);

  private PartitionParts() {}

  /** A statement that fails when the table has rows and lacks an index or a foreign key. */
  static String guard(QualifiedName parent, QualifiedName partition) {
    String text =
        LACKING.formatted(SqlLiterals.literal(parent.sql()), SqlLiterals.literal(partition.sql()));
    return "DO " + DollarQuote.quote(text);
  }
}
