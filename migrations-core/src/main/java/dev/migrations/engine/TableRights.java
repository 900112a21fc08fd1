package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;

/**
 * Takes back what default privileges (PostgreSQL manual, ALTER DEFAULT PRIVILEGES) grant on every
 * new table: all of it from {@code PUBLIC}, and from other roles all but reading. Who may write the
 * version rows decides what runs, and whoever may make a trigger runs code as the user who writes.
 */
final class TableRights {

  private static final String REVOKE =
      PgCatalog.sql(
          """
          DECLARE
            g record;
          BEGIN
            FOR g IN
              SELECT c.oid::regclass AS relation, c.relkind = 'S' AS is_sequence, a.privilege_type,
                CASE WHEN a.grantee = 0 THEN 'PUBLIC'
                  ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS grantee
              FROM pg_catalog.pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
              WHERE pg_get_userbyid(c.relowner) = CURRENT_USER AND a.grantee <> c.relowner
                AND (a.grantee = 0 OR a.privilege_type <> 'SELECT')
                AND (c.oid = ANY (ARRAY[%1$s, %2$s, %3$s]::regclass[])
                  OR EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
                      AND d.refclassid = d.classid AND d.refobjid = %2$s::regclass
                      AND d.deptype = 'i'))
            LOOP
              EXECUTE format('REVOKE %%s ON %%s %%s FROM %%s', g.privilege_type,
                CASE WHEN g.is_sequence THEN 'SEQUENCE' ELSE 'TABLE' END, g.relation, g.grantee);
            END LOOP;
          END""");

  private TableRights() {}

  static String takeFromOthers(Tables tables) {
    return "DO "
        + SqlLiterals.quote(
            REVOKE.formatted(
                SqlLiterals.literal(tables.revision()),
                SqlLiterals.literal(tables.history()),
                SqlLiterals.literal(tables.journal())));
  }
}
