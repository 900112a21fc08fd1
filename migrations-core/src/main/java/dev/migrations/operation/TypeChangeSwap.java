package dev.migrations.operation;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements by which a new column takes the place of an old one, all in one block. */
final class TypeChangeSwap {

  private static final String DECLARATIONS =
      PgCatalog.sql(
          """
            comments CONSTANT pg_catalog.text[] := ARRAY[%1$s]::text[];
            column_comment CONSTANT pg_catalog.text := col_description(t, old.attnum);
            column_default CONSTANT pg_catalog.text := (SELECT pg_get_expr(adbin, adrelid)
              FROM pg_catalog.pg_attrdef WHERE adrelid = t AND adnum = old.attnum);
            not_null CONSTANT pg_catalog.name := (SELECT conname FROM pg_catalog.pg_constraint
              WHERE conrelid = t AND contype = 'n' AND conkey = ARRAY[old.attnum]);
            new_not_null pg_catalog.name;
            identity pg_catalog.text;
            identity_sequence pg_catalog.text;
            last_value bigint;
            is_called boolean;
            s record;
          """);

  private static final String NOT_NULL =
      """
        IF old.attnotnull THEN
          %1$sALTER COLUMN %2$s SET NOT NULL;
          %1$sDROP CONSTRAINT %3$s;
        END IF;
      """;

  private static final String SEQUENCES =
      PgCatalog.sql(
          """
            FOR s IN
              SELECT q.*, d.deptype, format('%%I.%%I', n.nspname, c.relname) AS name,
                CASE WHEN q.seqtypid = 'pg_catalog.int2'::regtype THEN 32767
                  WHEN q.seqtypid = 'pg_catalog.int4'::regtype THEN 2147483647
                  ELSE 9223372036854775807 END AS greatest
              FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_class c ON c.oid = d.objid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_catalog.pg_sequence q ON q.seqrelid = c.oid
              WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.refclassid = d.classid
                AND d.refobjid = t AND d.refobjsubid = old.attnum AND d.deptype = ANY ('{a,i}')
            LOOP
              IF s.deptype = 'a' THEN
                EXECUTE format('ALTER SEQUENCE %%s %1$sOWNED BY %%s.%%I', s.name, t, %2$s);
              ELSE
                EXECUTE 'SELECT last_value, is_called FROM ' || s.name INTO last_value, is_called;
                identity_sequence := s.name;
                identity := format(
                  'GENERATED %%s AS IDENTITY (SEQUENCE NAME %%s START %%s INCREMENT %%s %%s %%s CACHE %%s %%s)',
                  CASE WHEN old.attidentity = 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END,
                  s.name, s.seqstart, s.seqincrement,
                  CASE WHEN s.seqincrement > 0 AND s.seqmax = s.greatest THEN 'NO MAXVALUE'
                    ELSE 'MAXVALUE ' || s.seqmax END,
                  CASE WHEN s.seqincrement < 0 AND s.seqmin = ((- s.greatest) - 1) THEN 'NO MINVALUE'
                    ELSE 'MINVALUE ' || s.seqmin END,
                  s.seqcache, CASE WHEN s.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END);
                %3$sALTER COLUMN %4$s DROP IDENTITY;
              END IF;
            END LOOP;
          """);

  private static final String PRIVILEGES =
      PgCatalog.sql(
          """
            FOR s IN SELECT * FROM aclexplode(old.attacl)
            LOOP
              EXECUTE format('GRANT %%s (%%I) ON %%s TO %%s', s.privilege_type, %1$s, t,
                CASE WHEN s.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(s.grantee)) END)
                || CASE WHEN s.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END;
            END LOOP;
          """);

  private static final String INDEX_COLUMNS =
      PgCatalog.sql(
          """
            FOR s IN SELECT i.indexrelid::regclass AS name FROM pg_catalog.pg_index i
              JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indexrelid AND a.attname = %1$s
              WHERE i.indrelid = t
            LOOP
              EXECUTE format('ALTER TABLE %%s RENAME COLUMN %%I TO %%I', s.name, %1$s, %2$s);
            END LOOP;
          """);

  private static final String PROPERTIES =
      PgCatalog.sql(
          """
            IF column_default IS NOT NULL THEN
              EXECUTE %1$s || 'SET DEFAULT ' || column_default;
            END IF;
            IF identity IS NOT NULL THEN
              EXECUTE %1$s || 'ADD ' || identity;
              PERFORM setval(identity_sequence, last_value, is_called);
            END IF;
            SELECT conname INTO new_not_null FROM pg_catalog.pg_constraint c
              JOIN pg_catalog.pg_attribute a ON a.attrelid = t AND a.attname = %2$s
              WHERE c.conrelid = t AND c.contype = 'n' AND c.conkey = ARRAY[a.attnum];
            IF new_not_null <> not_null THEN
              EXECUTE format('ALTER TABLE %%s RENAME CONSTRAINT %%I TO %%I', t, new_not_null, not_null);
            END IF;
            IF column_comment IS NOT NULL THEN
              EXECUTE format('COMMENT ON COLUMN %%s.%%I IS %%L', t, %2$s, column_comment);
            END IF;
            IF old.attstattarget >= 0 THEN
              EXECUTE %1$s || 'SET STATISTICS ' || old.attstattarget;
            END IF;
            IF old.attoptions IS NOT NULL THEN
              EXECUTE %1$s || format('SET (%%s)', array_to_string(old.attoptions, ', '));
            END IF;
          """);

  private static final String COMMENT =
      PgCatalog.sql(
          """
            IF comments[%1$d] IS NOT NULL THEN
              EXECUTE %2$s || quote_literal(comments[%1$d]);
            END IF;
          """);

  private static final String SAME =
      PgCatalog.sql(
          """
            IF kept <> ARRAY[%1$s]::text[] THEN
              RAISE EXCEPTION 'what is kept would not be what it was: %%, not %%',
                ARRAY[%1$s]::text[], kept USING HINT := 'Correct what keeping(…) says.';
            END IF;
          """);

  private final ChangeColumnType change;
  private final TypeChangeNames names;
  private final List<KeptOnColumn> kept;
  private final @Nullable String sequenceType;
  private final String alter;
  private final String column;

  TypeChangeSwap(
      ChangeColumnType change,
      TypeChangeNames names,
      List<KeptOnColumn> kept,
      @Nullable String sequenceType) {
    this.change = change;
    this.names = names;
    this.kept = kept;
    this.sequenceType = sequenceType;
    this.alter = "ALTER TABLE " + change.table().sql() + " ";
    this.column = SqlNames.quote(change.column());
  }

  /** What must be known of the old column before it is gone. */
  String declarations() {
    return DECLARATIONS.formatted(
        kept.stream().map(KeptOnColumn::described).collect(Collectors.joining(", ")));
  }

  String statements() {
    StringBuilder text = new StringBuilder();
    String fresh = SqlLiterals.literal(names.column());
    add(text, "DROP TRIGGER " + SqlNames.quote(names.trigger()) + " ON " + change.table().sql());
    add(text, "DROP FUNCTION " + names.routine().sql() + "()");
    // Foreign keys come last, and must go before the keys that they refer to.
    for (int i = kept.size() - 1; i >= 0; i--) {
      add(text, kept.get(i).drop());
    }
    text.append(NOT_NULL.formatted(alter, names.columnSql(), SqlNames.quote(names.check())));
    text.append(
        SEQUENCES.formatted(
            sequenceType == null ? "" : "AS " + sequenceType + " ", fresh, alter, column));
    text.append(PRIVILEGES.formatted(fresh));
    add(text, alter + "DROP COLUMN " + column);
    add(text, alter + "RENAME COLUMN " + names.columnSql() + " TO " + column);
    kept.forEach(object -> add(text, object.rename()));
    if (!kept.isEmpty()) {
      text.append(INDEX_COLUMNS.formatted(fresh, SqlLiterals.literal(change.column())));
    }
    text.append(
        PROPERTIES.formatted(
            SqlLiterals.literal(alter + "ALTER COLUMN " + column + " "),
            SqlLiterals.literal(change.column())));
    for (int i = 0; i < kept.size(); i++) {
      text.append(
          COMMENT.formatted(
              i + 1, SqlLiterals.literal("COMMENT ON " + kept.get(i).comment() + " IS ")));
    }
    if (!kept.isEmpty()) {
      text.append(
          SAME.formatted(
              kept.stream().map(KeptOnColumn::definition).collect(Collectors.joining(", "))));
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String statement) {
    text.append("  ").append(statement).append(";\n");
  }
}
