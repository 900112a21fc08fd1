package dev.migrations.operation;

import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.TestSession;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the catalog says of the tables in a database, as lines that can be compared. */
public final class Catalog {

  private static final String TABLES =
      """
      SELECT format('table %s kind %s comment %s', c.oid::regclass, c.relkind,
                    obj_description(c.oid, 'pg_class'))
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND c.relkind <> 'i'
      ORDER BY 1""";

  private static final String COLUMNS =
      """
      SELECT format('column %s.%I %s required %s default %s identity %s generated %s collation %s'
                    ' comment %s', c.oid::regclass, a.attname,
                    format_type(a.atttypid, a.atttypmod), a.attnotnull,
                    pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated,
                    a.attcollation::regcollation, col_description(c.oid, a.attnum))
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY 1""";

  // A key on a partition makes its inherited not-null constraints its own as well (PostgreSQL 18),
  // for good; one cannot tell until it is detached.
  private static final String CONSTRAINTS =
      """
      SELECT format('constraint %s.%I %s %s valid %s local %s inherited %s noinherit %s index %s',
                    conrelid::regclass, conname, contype, pg_get_constraintdef(oid), convalidated,
                    conislocal OR (contype = 'n' AND coninhcount > 0), coninhcount, connoinherit AND contype IN ('c', 'n'), conindid::regclass)
      FROM pg_constraint WHERE conrelid >= 16384 ORDER BY 1""";

  private static final String INDEXES =
      """
      SELECT format('index %s valid %s ready %s immediate %s primary %s unique %s exclusion %s',
                    pg_get_indexdef(indexrelid), indisvalid, indisready, indimmediate,
                    indisprimary, indisunique, indisexclusion)
      FROM pg_index WHERE indrelid >= 16384
        AND indrelid NOT IN (SELECT oid FROM pg_class WHERE relkind = 't')
      ORDER BY 1""";

  private Catalog() {}

  public static List<String> of(TestDatabase db) {
    return db.column(query());
  }

  /**
   * For who looks several times: the server plans it in a third of the time in the same session.
   */
  static List<String> of(TestSession session) {
    return session.column(query());
  }

  /** The query whose only column is these lines. */
  public static String query() {
    return Stream.concat(
            Stream.of(TABLES, COLUMNS, CONSTRAINTS, INDEXES),
            Stream.concat(TypesCatalog.QUERIES.stream(), TablesCatalog.QUERIES.stream()))
        .collect(Collectors.joining(") UNION ALL (", "(", ") ORDER BY 1"));
  }
}
