package dev.migrations.operation;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.util.stream.Stream;

/**
 * Checks that spare {@code ATTACH PARTITION} its scans: one on the table that holds it to the
 * bounds, one on the default partition, if there is one, that keeps it off them. The catalog is
 * asked for the keys and the default partition in the place of the statement.
 */
final class PartitionCheck {

  private static final String KEYS =
      PgCatalog.sql(
          """
          DECLARE
            parent CONSTANT pg_catalog.regclass := %s;
            rest CONSTANT pg_catalog.regclass := (
              SELECT partdefid FROM pg_catalog.pg_partitioned_table
              WHERE partrelid = parent AND partdefid <> 0);
            keys CONSTANT pg_catalog.text[] := (
              SELECT array_agg(
                CASE WHEN k.attnum = 0 THEN '(' || pg_get_expr(p.partexprs, parent) || ')'
                  ELSE quote_ident(a.attname) END ORDER BY k.at)
              FROM pg_catalog.pg_partitioned_table p
                CROSS JOIN unnest(p.partattrs) WITH ORDINALITY k (attnum, at)
                LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = parent AND a.attnum = k.attnum
              WHERE p.partrelid = parent AND (p.partnatts = 1 OR 0 <> ALL (p.partattrs)));
            schemas CONSTANT pg_catalog.text[] := (
              SELECT array_agg(quote_ident(s.nspname) ORDER BY k.at)
              FROM pg_catalog.pg_partitioned_table p
                CROSS JOIN unnest(p.partclass) WITH ORDINALITY k (class, at)
                JOIN pg_catalog.pg_opclass c ON c.oid = k.class
                JOIN pg_catalog.pg_amop f ON f.amopfamily = c.opcfamily AND f.amopstrategy = 1
                  AND f.amoplefttype = c.opcintype AND f.amoprighttype = c.opcintype
                JOIN pg_catalog.pg_operator o ON o.oid = f.amopopr
                JOIN pg_catalog.pg_namespace s ON s.oid = o.oprnamespace
              WHERE p.partrelid = parent);
          BEGIN
          """);

  private static final String GUARD =
      """
        IF keys IS NULL THEN
          RAISE EXCEPTION 'the keys of table % are not known: it is not partitioned, or by several'
            ' keys of which one is an expression', parent
            USING HINT := 'Use the blocking form, which needs no check.';
        END IF;
      """;

  private static final String ADD =
      PgCatalog.sql(
          """
            EXECUTE format(%s,
              VARIADIC ARRAY[parent::oid::text, array_to_string(keys, ', ')] || keys || schemas);
          """);

  private static final String ALTER_REST =
      PgCatalog.sql("'ALTER TABLE ' || replace(rest::text, '%', '%%') || ");

  private static final String ON_DEFAULT =
      """
        IF rest IS NOT NULL THEN
        %s  END IF;
      """;

  private final QualifiedName parent;
  private final QualifiedName partition;
  private final PartitionBounds bounds;
  private final String name;

  PartitionCheck(QualifiedName parent, QualifiedName partition, PartitionBounds bounds) {
    this.parent = parent;
    this.partition = partition;
    this.bounds = bounds;
    this.name = SqlNames.quote(DefaultNames.of(partition.name(), null, "bounds"));
  }

  /** Adds the check of the table and validates it, unless attaching the table needs more. */
  void addOwnToAttach(UnitWriter units) {
    addOwn(units, PartitionParts.guard(parent, partition));
  }

  /** Adds the check of the table and validates it. */
  void addOwn(UnitWriter units, String... before) {
    String statement = alter() + "ADD CONSTRAINT " + name + " CHECK (";
    String add = block(GUARD + ADD.formatted(SqlLiterals.literal(template(statement, ""))));
    units.sqlInOwnTransaction(
        Stream.concat(Stream.of(before), Stream.of(add)).toArray(String[]::new));
    units.undoneBy(alter() + "DROP CONSTRAINT IF EXISTS " + name);
    units.sqlInOwnTransaction(alter() + "VALIDATE CONSTRAINT " + name);
    units.undoneByNothing();
  }

  /** The statement that drops the check of the table. */
  String dropOwn() {
    return alter() + "DROP CONSTRAINT " + name;
  }

  /** Adds the check of the default partition, if there is one, and validates it. */
  void addToDefault(UnitWriter units) {
    String statement = " ADD CONSTRAINT " + name + " CHECK (NOT (";
    units.sqlInOwnTransaction(
        block(
            ON_DEFAULT.formatted(
                GUARD
                    + ADD.formatted(ALTER_REST + SqlLiterals.literal(template(statement, ")"))))));
    units.undoneBy(onDefault("DROP CONSTRAINT IF EXISTS"));
    units.sqlInOwnTransaction(onDefault("VALIDATE CONSTRAINT"));
    units.undoneByNothing();
  }

  /** The statement that drops the check of the default partition, if there is one. */
  String dropFromDefault() {
    return onDefault("DROP CONSTRAINT");
  }

  private String onDefault(String action) {
    return block(
        ON_DEFAULT.formatted(
            "  EXECUTE 'ALTER TABLE ' OPERATOR(pg_catalog.||) rest OPERATOR(pg_catalog.||) "
                + SqlLiterals.literal(" " + action + " " + name)
                + ";\n"));
  }

  private String template(String statement, String end) {
    return statement.replace("%", "%%") + PartitionCondition.of(bounds) + end + ") NOT VALID";
  }

  private String alter() {
    return "ALTER TABLE " + partition.sql() + " ";
  }

  private String block(String body) {
    String text = KEYS.formatted(SqlLiterals.literal(parent.sql())) + body + "END";
    return "DO " + DollarQuote.quote("\n" + text + "\n");
  }
}
