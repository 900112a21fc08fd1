package dev.migrations.operation;

import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.TestSession;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the catalog says beyond tables: views, routines, triggers, rules, policies and rights. */
public final class RoutineCatalog {

  private static final String OWN =
      " AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";

  private static final String VIEWS =
      """
      SELECT format('view %s as %s options %s populated %s tablespace %s columns %s',
                    c.oid::regclass, pg_get_viewdef(c.oid), c.reloptions, c.relispopulated,
                    c.reltablespace,
                    (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod),
                                       ',' ORDER BY attnum)
                     FROM pg_attribute a WHERE attrelid = c.oid AND attnum > 0))
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('v', 'm')"""
          + OWN;

  private static final String ROUTINES =
      """
      SELECT format('routine %s %s', p.oid::regprocedure, pg_get_functiondef(p.oid))
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prokind <> 'a'"""
          + OWN;

  private static final String TRIGGERS =
      """
      SELECT format('trigger %s enabled %s', pg_get_triggerdef(oid), tgenabled)
      FROM pg_trigger WHERE NOT tgisinternal""";

  private static final String RULES =
      """
      SELECT format('rule %s %s', rulename, pg_get_ruledef(oid)) FROM pg_rewrite
      WHERE rulename <> '_RETURN' AND ev_class >= 16384""";

  private static final String POLICIES =
      """
      SELECT format('policy %I on %s %s permissive %s roles %s using %s check %s', polname,
                    polrelid::regclass, polcmd, polpermissive,
                    (SELECT string_agg(r::regrole::text, ',' ORDER BY r::regrole::text)
                     FROM unnest(polroles) r),
                    pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
      FROM pg_policy""";

  private static final String ROW_SECURITY =
      """
      SELECT format('row security of %s %s forced %s', oid::regclass, relrowsecurity,
                    relforcerowsecurity)
      FROM pg_class WHERE relkind = 'r' AND oid >= 16384""";

  private static final String RIGHTS =
      """
      SELECT format('right on %s: %s to %s grantable %s', o.name, r.privilege_type,
                    r.grantee::regrole, r.is_grantable)
      FROM (
          SELECT c.oid::regclass::text,
                 coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char",
                                             relowner))
          FROM pg_class c WHERE c.oid >= 16384 AND c.relkind IN ('r', 'v', 'm', 'S')
          UNION ALL
          SELECT format('%s.%I', attrelid::regclass, attname), attacl FROM pg_attribute
          WHERE attacl IS NOT NULL AND attrelid >= 16384
          UNION ALL
          SELECT p.oid::regprocedure::text, coalesce(proacl, acldefault('f', proowner))
          FROM pg_proc p WHERE p.oid >= 16384
          UNION ALL
          SELECT 'schema ' || nspname, coalesce(nspacl, acldefault('n', nspowner))
          FROM pg_namespace WHERE oid >= 16384 AND nspname NOT LIKE 'pg\\_%'
          UNION ALL
          SELECT 'type ' || oid::regtype, coalesce(typacl, acldefault('T', typowner))
          FROM pg_type WHERE typtype IN ('e', 'd') AND oid >= 16384
          UNION ALL
          SELECT 'database', coalesce(datacl, acldefault('d', datdba))
          FROM pg_database WHERE datname = current_database()
          UNION ALL
          SELECT format('default %s in %s for %s', defaclobjtype, defaclnamespace::regnamespace,
                        defaclrole::regrole), defaclacl
          FROM pg_default_acl
      ) o (name, acl), aclexplode(o.acl) r""";

  private static final String TABLES =
      """
      SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE (relkind = 'r' OR relkind = 'm' AND relispopulated)"""
          + OWN;

  private RoutineCatalog() {}

  /** The query whose only column is what the catalog says. */
  public static String query() {
    return Stream.of(VIEWS, ROUTINES, TRIGGERS, RULES, POLICIES, ROW_SECURITY, RIGHTS)
        .collect(Collectors.joining(") UNION ALL (", "(", ") ORDER BY 1"));
  }

  static List<String> of(TestDatabase db) {
    try (TestSession session = db.session()) {
      return of(session);
    }
  }

  static List<String> of(TestSession session) {
    List<String> lines = new ArrayList<>(Catalog.of(session));
    lines.addAll(session.column(query()));
    List<String> tables = session.column(TABLES);
    lines.addAll(
        session.column(
            tables.stream()
                .map(
                    table ->
                        "SELECT '"
                            + table.replace("'", "''")
                            + " ' || t::text FROM "
                            + table
                            + " t")
                .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 1"))));
    return lines;
  }
}
