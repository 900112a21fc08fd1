package dev.migrations.operation;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The steps of a change of a type that ask the catalog what there is. They are blocks of code,
 * since a recorded operation cannot see it.
 */
final class TypeChangeBlocks {

  private static final String DECLARE =
      PgCatalog.sql(
          """

          DECLARE
            t CONSTANT pg_catalog.regclass := %1$s;
            old CONSTANT pg_catalog.pg_attribute := (SELECT a FROM pg_catalog.pg_attribute a
              WHERE a.attrelid = t AND a.attname = %2$s AND NOT a.attisdropped);
          """);

  private static final String DECLARE_KEPT =
      DECLARE
          + PgCatalog.sql(
              """
                kept CONSTANT pg_catalog.text[] := ARRAY[%3$s]::text[];
                in_the_way CONSTANT pg_catalog.text := (
                  SELECT string_agg(DISTINCT pg_describe_object(d.classid, d.objid, d.objsubid), ', ')
                  FROM pg_catalog.pg_depend d
                  WHERE d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = t
                    AND d.refobjsubid = old.attnum AND d.deptype <> 'i'
                    AND NOT (d.classid = 'pg_catalog.pg_attrdef'::regclass AND EXISTS (
                      SELECT FROM pg_catalog.pg_attrdef f
                      WHERE f.oid = d.objid AND f.adrelid = t AND f.adnum = old.attnum))
                    AND NOT (d.classid = 'pg_catalog.pg_class'::regclass AND EXISTS (
                      SELECT FROM pg_catalog.pg_class c WHERE c.oid = d.objid AND c.relkind = 'S'))
                    AND NOT (d.classid = 'pg_catalog.pg_constraint'::regclass AND EXISTS (
                      SELECT FROM pg_catalog.pg_constraint c
                      WHERE c.oid = d.objid AND c.contype = 'n' AND c.convalidated))
                    AND (%4$s) IS NOT TRUE);
              """);

  private static final String CHECK =
      PgCatalog.sql(
          """
            IF old.attnum IS NULL THEN
              RAISE EXCEPTION 'table %% has no column %%', t, %1$s;
            END IF;
            IF in_the_way IS NOT NULL THEN
              RAISE EXCEPTION 'the type of column %% of %% cannot change beside %%', %1$s, t, in_the_way
                USING HINT := 'Name indexes, unique, primary and foreign keys in keeping(…); drop others'
                  ' before and create them again afterwards.';
            END IF;
            IF array_position(kept, NULL) IS NOT NULL THEN
              RAISE EXCEPTION 'not all that keeping(…) names is there: %%',
                (ARRAY[%2$s]::text[])[array_position(kept, NULL)];
            END IF;
            IF EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = t
                AND old.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)) THEN
              RAISE EXCEPTION 'an index on column %% of %% is its replica identity, or clustered on',
                %1$s, t USING HINT := 'Take that from it before and give it back afterwards.';
            END IF;
          """);

  private static final String CHECK_TABLE =
      PgCatalog.sql(
          """
            IF EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t
                  AND (c.relkind <> 'r' OR c.relispartition OR c.reloftype <> 0))
                OR EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = t OR i.inhparent = t) THEN
              RAISE EXCEPTION 'table %% is partitioned or inherited, and its columns cannot be replaced', t
                USING HINT := 'Take the lock by name: alterColumnType(…).blocking().';
            END IF;
            IF old.attgenerated <> '' OR (old.attidentity <> '' AND NOT %2$s) THEN
              RAISE EXCEPTION 'column %% of %% is generated, or an identity that would be no integer',
                %1$s, t USING HINT := 'Drop that before: dropExpression or dropIdentity.';
            END IF;
          """);

  /**
   * PostgreSQL tells on an empty copy whether the conversion depends on the row alone. What it
   * casts itself, to the type of a column, it does not look at; so there is a cast that is written
   * out.
   */
  private static final String TRY =
      PgCatalog.sql(
          """
            CREATE TABLE %1$s (LIKE %2$s INCLUDING GENERATED);
            BEGIN
              ALTER TABLE %1$s ADD COLUMN %3$s %4$s GENERATED ALWAYS AS (%5$s) STORED,
                ADD COLUMN %8$s %9$s GENERATED ALWAYS AS (CAST(%5$s AS %9$s)) STORED;
            EXCEPTION WHEN invalid_object_definition THEN
              RAISE EXCEPTION 'the new value of column %% of %% depends on more than the row: %%',
                %6$s, t, SQLERRM
                USING HINT := 'Say how it is computed in using(…), from the row alone: with AT TIME ZONE,'
                  ' for example, instead of the time zone of the session.';
            END;
            ALTER TABLE %1$s ALTER COLUMN %3$s DROP EXPRESSION;
            IF old.atthasdef THEN
              EXECUTE %7$s || (SELECT pg_get_expr(adbin, adrelid) FROM pg_catalog.pg_attrdef
                WHERE adrelid = t AND adnum = old.attnum);
            END IF;
            DROP TABLE %1$s;
          """);

  private final ChangeColumnType change;
  private final TypeChangeNames names;
  private final List<KeptOnColumn> kept;
  private final String tableLiteral;
  private final String columnLiteral;
  private final String alter;

  TypeChangeBlocks(ChangeColumnType change, TypeChangeNames names, List<KeptOnColumn> kept) {
    this.change = change;
    this.names = names;
    this.kept = kept;
    this.tableLiteral = SqlLiterals.literal(change.table().sql());
    this.columnLiteral = SqlLiterals.literal(change.column());
    this.alter = "ALTER TABLE " + change.table().sql() + " ";
  }

  /** The type of the new column, with its collation. */
  String type() {
    return change.type().sql()
        + (change.collation() == null ? "" : " COLLATE " + change.collation().sql());
  }

  /** The new value, over the columns of the row. */
  String value() {
    // What is written may end with a comment.
    return change.using() == null ? SqlNames.quote(change.column()) : "(" + change.using() + "\n)";
  }

  /** Fails when the column cannot be replaced, before anything is done. */
  String start() {
    // Of the same name, since the expression may name the table.
    String copy = "pg_temp." + SqlNames.quote(change.table().name());
    String checks =
        CHECK_TABLE.formatted(columnLiteral, isInteger())
            + TRY.formatted(
                copy,
                change.table().sql(),
                names.columnSql(),
                type(),
                value(),
                columnLiteral,
                SqlLiterals.literal(
                    "ALTER TABLE %s ALTER COLUMN %s SET DEFAULT "
                        .formatted(copy, names.columnSql())),
                SqlNames.quote(names.trigger()),
                change.type().sql());
    return block(declareKept() + "BEGIN\n" + check() + checks + "END\n");
  }

  private boolean isInteger() {
    return switch (change.type().sql().strip().toLowerCase(Locale.ROOT)) {
      case "smallint", "int2", "integer", "int", "int4", "bigint", "int8" -> true;
      default -> false;
    };
  }

  String addNotNullCheck() {
    return block(
        declare()
            + """
            BEGIN
              IF old.attnotnull THEN
                %sADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID;
              END IF;
            END
            """
                .formatted(alter, check(names), names.columnSql()));
  }

  String validateNotNullCheck() {
    return block(
        declare()
            + """
            BEGIN
              IF old.attnotnull THEN
                %sVALIDATE CONSTRAINT %s;
              END IF;
            END
            """
                .formatted(alter, check(names)));
  }

  /** The new column takes the place of the old one. */
  String swap() {
    TypeChangeSwap swap =
        new TypeChangeSwap(change, names, kept, isInteger() ? change.type().sql() : null);
    return block(
        declareKept() + swap.declarations() + "BEGIN\n" + check() + swap.statements() + "END\n");
  }

  private static String check(TypeChangeNames names) {
    return SqlNames.quote(names.check());
  }

  private String declare() {
    return DECLARE.formatted(tableLiteral, columnLiteral);
  }

  private String declareKept() {
    return DECLARE_KEPT.formatted(
        tableLiteral,
        columnLiteral,
        each(KeptOnColumn::definition, ", "),
        kept.isEmpty() ? "false" : each(object -> "(" + object.isThere() + ")", " OR "));
  }

  private String check() {
    return CHECK.formatted(
        columnLiteral, each(object -> SqlLiterals.literal(object.comment()), ", "));
  }

  private String each(Function<KeptOnColumn, String> part, String separator) {
    return kept.stream().map(part).collect(Collectors.joining(separator));
  }

  private static String block(String body) {
    return "DO " + DollarQuote.quote(body);
  }
}
