package dev.migrations.operation;

import java.util.List;

/** What the catalog says of types, sequences, schemas and the like; see {@link Catalog}. */
final class TypesCatalog {

  private static final String TYPES =
      """
      SELECT format('type %s kind %s base %s required %s default %s collation %s values %s',
                    t.oid::regtype, typtype, format_type(typbasetype, typtypmod), typnotnull,
                    typdefault, typcollation::regcollation,
                    (SELECT array_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum
                     WHERE enumtypid = t.oid))
      FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace
        LEFT JOIN pg_class c ON c.oid = typrelid
      WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND (typtype IN ('e', 'd') OR c.relkind = 'c')""";

  private static final String ATTRIBUTES =
      """
      SELECT format('attribute %s.%I %s collation %s', c.oid::regclass, attname,
                    format_type(atttypid, atttypmod), attcollation::regcollation)
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relkind = 'c' AND attnum > 0 AND NOT attisdropped AND attrelid >= 16384""";

  private static final String DOMAIN_CONSTRAINTS =
      """
      SELECT format('domain constraint %s.%I %s valid %s', contypid::regtype, conname,
                    pg_get_constraintdef(oid), convalidated)
      FROM pg_constraint WHERE contypid >= 16384""";

  private static final String SEQUENCES =
      """
      SELECT format('sequence %s %s start %s increment %s min %s max %s cache %s cycle %s owner %s',
                    seqrelid::regclass, seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax,
                    seqcache, seqcycle,
                    (SELECT pg_describe_object(refclassid, refobjid, refobjsubid) FROM pg_depend
                     WHERE objid = seqrelid AND deptype IN ('a', 'i')
                       AND refclassid = 'pg_class'::regclass))
      FROM pg_sequence""";

  private static final String SCHEMAS =
      """
      SELECT format('schema %I owner %s', nspname, nspowner::regrole)
      FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'""";

  private static final String EXTENSIONS =
      """
      SELECT format('extension %I version %s schema %s', extname, extversion,
                    extnamespace::regnamespace)
      FROM pg_extension""";

  private static final String COMMENTS =
      """
      SELECT format('comment on %s: %s', pg_describe_object(classoid, objoid, objsubid), description)
      FROM pg_description WHERE objoid >= 16384""";

  private static final String RENAMED =
      """
      SELECT format('trigger %s', pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL
      SELECT format('policy %I on %s', polname, polrelid::regclass) FROM pg_policy
      UNION ALL
      SELECT format('rule %I on %s', rulename, ev_class::regclass) FROM pg_rewrite
      WHERE ev_class >= 16384
      UNION ALL
      SELECT format('collation %s', oid::regcollation) FROM pg_collation WHERE oid >= 16384
      UNION ALL
      SELECT format('routine %s kind %s', p.oid::regprocedure, prokind) FROM pg_proc p
        LEFT JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e'
      WHERE p.oid >= 16384 AND d.objid IS NULL""";

  private static final String STATISTICS =
      """
      SELECT format('statistics %s target %s', pg_get_statisticsobjdef(oid),
                    coalesce(stxstattarget, -1))
      FROM pg_statistic_ext""";

  private static final String PUBLICATIONS =
      """
      SELECT 'publication ' || (to_jsonb(p) - 'oid')::text FROM pg_publication p
      UNION ALL
      SELECT 'published table ' || to_jsonb(t)::text FROM pg_publication_tables t""";

  static final List<String> QUERIES =
      List.of(
          TYPES,
          ATTRIBUTES,
          DOMAIN_CONSTRAINTS,
          SEQUENCES,
          SCHEMAS,
          EXTENSIONS,
          COMMENTS,
          RENAMED,
          STATISTICS,
          PUBLICATIONS);

  private TypesCatalog() {}
}
