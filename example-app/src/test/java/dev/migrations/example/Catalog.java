package dev.migrations.example;

import dev.migrations.fixture.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL knows about the tables of the application, as sorted lines of text. */
final class Catalog {

  private static final String QUERY =
      """
      WITH relation AS (
        SELECT * FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE '%s')
      SELECT format('%%s %%s (%%s)', relkind, relname, relpersistence) FROM relation
      UNION ALL
      SELECT format('column %%s.%%s %%s not null: %%s, default: %%s, identity: %%s',
          relname, attname, format_type(atttypid, atttypmod), attnotnull,
          pg_get_expr(adbin, adrelid), attidentity)
      FROM relation JOIN pg_attribute a ON attrelid = relation.oid
      LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum
      WHERE attnum > 0 AND NOT attisdropped
      UNION ALL
      SELECT format('constraint %%s %%s %%s validated: %%s',
          relname, conname, pg_get_constraintdef(c.oid), convalidated)
      FROM relation JOIN pg_constraint c ON conrelid = relation.oid
      UNION ALL
      SELECT format('index %%s valid: %%s', pg_get_indexdef(indexrelid), indisvalid)
      FROM relation JOIN pg_index ON indrelid = relation.oid
      UNION ALL
      SELECT format('view %%s %%s', relname, pg_get_viewdef(oid)) FROM relation WHERE relkind = 'v'
      UNION ALL
      SELECT format('comment %%s.%%s %%s', relname, objsubid, description)
      FROM relation JOIN pg_description ON objoid = relation.oid
      UNION ALL
      SELECT format('enum %%s %%s', typname, string_agg(enumlabel, ', ' ORDER BY enumsortorder))
      FROM pg_type JOIN pg_enum ON enumtypid = pg_type.oid GROUP BY typname
      UNION ALL
      SELECT format('sequence %%s %%s', relname, to_jsonb(s) - 'seqrelid' - 'seqtypid')
      FROM relation JOIN pg_sequence s ON seqrelid = relation.oid
      UNION ALL
      SELECT pg_get_functiondef(oid) FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')
      UNION ALL
      SELECT format('trigger %%s', pg_get_triggerdef(t.oid))
      FROM relation JOIN pg_trigger t ON tgrelid = relation.oid AND NOT tgisinternal
      UNION ALL
      SELECT format('comment %%s.%%s %%s', relname, conname, description)
      FROM relation JOIN pg_constraint c ON conrelid = relation.oid
      JOIN pg_description ON objoid = c.oid
      UNION ALL
      SELECT format('comment %%s %%s', typname, description)
      FROM pg_type t JOIN pg_description ON objoid = t.oid
      WHERE typnamespace = 'public'::regnamespace
      ORDER BY 1
      """;

  private Catalog() {}

  static List<@Nullable String> of(TestDatabase db) {
    return db.column(QUERY.formatted("migrations\\_%"));
  }

  /** With the tables of the engine. */
  static List<@Nullable String> withBookkeeping(TestDatabase db) {
    return db.column(QUERY.formatted(""));
  }
}
