package shop;

import dev.migrations.fixture.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL knows about a schema, without anybody's bookkeeping, as sorted lines of text. */
final class Catalog {

  private static final String QUERY =
      """
      WITH bookkeeping AS (
        SELECT oid FROM pg_class WHERE relname IN ('alembic_version', 'flyway_schema_history',
          'databasechangelog', 'databasechangeloglock', 'migrations_revision', 'migrations_history',
          'migrations_journal')
      ), namespace AS (
        SELECT oid, nspname FROM pg_namespace
        WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
      ), relation AS (
        SELECT c.* FROM pg_class c LEFT JOIN pg_index ON indexrelid = c.oid
        WHERE relnamespace IN (SELECT oid FROM namespace) AND relname <> 'migrations_history_id_seq'
          AND coalesce(indrelid, c.oid) NOT IN (SELECT oid FROM bookkeeping)
      )
      SELECT format('%s %s.%s %s %s %s %s', relkind, nspname, relname, relpersistence,
        relreplident, relrowsecurity, pg_get_expr(relpartbound, relation.oid))
      FROM relation JOIN namespace ON namespace.oid = relnamespace
      UNION ALL
      SELECT format('column %s.%s %s not null: %s, default: %s, identity: %s', relname, attname,
        format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid), attidentity)
      FROM relation JOIN pg_attribute ON attrelid = relation.oid
      LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
      WHERE attnum > 0 AND NOT attisdropped
      UNION ALL
      SELECT format('constraint %s %s', relname, pg_get_constraintdef(c.oid))
      FROM relation JOIN pg_constraint c ON conrelid = relation.oid
      UNION ALL
      SELECT pg_get_indexdef(oid) FROM relation WHERE relkind IN ('i', 'I')
      UNION ALL
      SELECT format('view %s %s', relname, pg_get_viewdef(oid)) FROM relation WHERE relkind IN ('v', 'm')
      UNION ALL
      SELECT pg_get_triggerdef(t.oid) FROM relation JOIN pg_trigger t ON tgrelid = relation.oid
      WHERE NOT tgisinternal
      UNION ALL
      SELECT pg_get_functiondef(oid) FROM pg_proc
      WHERE pronamespace IN (SELECT oid FROM namespace) AND prokind IN ('f', 'p')
      UNION ALL
      SELECT format('policy %s %s', polname, pg_get_expr(polqual, polrelid)) FROM pg_policy
      UNION ALL
      SELECT pg_get_ruledef(oid) FROM pg_rewrite WHERE ev_class IN (SELECT oid FROM relation)
      UNION ALL
      SELECT pg_get_statisticsobjdef(oid) FROM pg_statistic_ext
      UNION ALL
      SELECT format('type %s %s', typtype, format_type(oid, NULL)) FROM pg_type
      WHERE typnamespace IN (SELECT oid FROM namespace) AND typrelid NOT IN
          (SELECT oid FROM bookkeeping) AND typelem = 0
      UNION ALL
      SELECT format('comment %s.%s %s', relname, objsubid, description)
      FROM relation JOIN pg_description ON objoid = relation.oid
      UNION ALL
      SELECT format('enum %s %s', typname, string_agg(enumlabel, ', ' ORDER BY enumsortorder))
      FROM pg_type JOIN pg_enum ON enumtypid = pg_type.oid GROUP BY typname
      ORDER BY 1
      """;

  private Catalog() {}

  static List<@Nullable String> of(TestDatabase db) {
    return db.column(QUERY);
  }
}
