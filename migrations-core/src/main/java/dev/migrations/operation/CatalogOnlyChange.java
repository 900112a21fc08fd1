package dev.migrations.operation;

import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a type that PostgreSQL makes in the catalog alone: every value of the old type is, bit
 * for bit, one of the new type (ATColumnChangeRequiresRewrite in PostgreSQL's tablecmds.c, and the
 * support functions of the length coercions). Only what is on this list counts.
 *
 * @param before the type before, as {@code format_type} of PostgreSQL writes it
 */
record CatalogOnlyChange(String before) {

  private static final int UNLIMITED = -1;
  private static final int MICROSECONDS = 6;

  private static final Pattern TYPE =
      Pattern.compile(
          "([a-z]+?(?: [a-z]+?)?) ?(?:\\( ?([0-9]{1,9}) ?(?:, ?(-?[0-9]{1,9}) ?)?\\))?"
              + "(?: ?(with|without) time zone)?");

  /** PostgreSQL would read all rows, or build an index, in the statement that changes the type. */
  private static final String GUARD =
      PgCatalog.sql(
          """

          DECLARE
            t CONSTANT pg_catalog.regclass := %1$s;
            type_before CONSTANT pg_catalog.text := (
              SELECT format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attcollation = y.typcollation
                THEN '' ELSE ' COLLATE ' || a.attcollation::regcollation END
              FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
              WHERE a.attrelid = t AND a.attname = %2$s AND NOT a.attisdropped);
            reads_rows CONSTANT pg_catalog.text := (
              WITH RECURSIVE tree (relid) AS (
                SELECT t::oid
                UNION SELECT i.inhrelid FROM pg_catalog.pg_inherits i JOIN tree ON inhparent = relid)
              SELECT string_agg(pg_describe_object(d.classid, d.objid, d.objsubid), ', ')
              FROM tree
                JOIN pg_catalog.pg_attribute a ON a.attrelid = relid AND a.attname = %2$s
                JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::regclass
                  AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
              WHERE (d.classid = 'pg_catalog.pg_constraint'::regclass AND EXISTS (
                  SELECT FROM pg_catalog.pg_constraint WHERE oid = d.objid AND contype = ANY ('{c,x}')))
                OR (d.classid = 'pg_catalog.pg_class'::regclass AND EXISTS (
                  SELECT FROM pg_catalog.pg_index WHERE indexrelid = d.objid
                    AND (indpred IS NOT NULL OR indexprs IS NOT NULL))));
          BEGIN
            IF type_before <> %3$s THEN
              RAISE EXCEPTION 'column %% of %% is of type %%, not %%', %2$s, t, type_before, %3$s
                USING HINT := 'Give its type in from(…).';
            END IF;
            IF reads_rows IS NOT NULL THEN
              RAISE EXCEPTION 'to change the type of column %% of %%, PostgreSQL would read all rows under'
                ' its lock, because of %%', %2$s, t, reads_rows
                USING HINT := 'Drop these before and create them again afterwards, or take the lock by'
                  ' name: alterColumnType(…).blocking().';
            END IF;
          END
          """);

  /** The change between two types, or {@code null} when it is not known to be one of these. */
  static @Nullable CatalogOnlyChange between(DataType from, DataType to) {
    Type former = Type.parse(from);
    Type next = Type.parse(to);
    return former != null && next != null && next.takes(former)
        ? new CatalogOnlyChange(former.sql())
        : null;
  }

  /** The statement that fails when the column is not what the list supposes. */
  String guard(QualifiedName table, String column) {
    String body =
        GUARD.formatted(
            SqlLiterals.literal(table.sql()),
            SqlLiterals.literal(column),
            SqlLiterals.literal(before));
    return "DO " + DollarQuote.quote(body);
  }

  private enum Kind {
    TEXT("text"),
    VARCHAR("character varying"),
    NUMERIC("numeric"),
    VARBIT("bit varying"),
    TIME("time", " without time zone"),
    TIMETZ("time", " with time zone"),
    TIMESTAMP("timestamp", " without time zone"),
    TIMESTAMPTZ("timestamp", " with time zone"),
    INTERVAL("interval"),
    CIDR("cidr"),
    INET("inet");

    private final String name;
    private final String ending;

    Kind(String name) {
      this(name, "");
    }

    Kind(String name, String ending) {
      this.name = name;
      this.ending = ending;
    }

    static @Nullable Kind of(String name, boolean withZone) {
      return switch (name) {
        case "text" -> TEXT;
        case "varchar", "character varying", "char varying" -> VARCHAR;
        case "numeric", "decimal", "dec" -> NUMERIC;
        case "varbit", "bit varying" -> VARBIT;
        case "time" -> withZone ? TIMETZ : TIME;
        case "timetz" -> TIMETZ;
        case "timestamp" -> withZone ? TIMESTAMPTZ : TIMESTAMP;
        case "timestamptz" -> TIMESTAMPTZ;
        case "interval" -> INTERVAL;
        case "cidr" -> CIDR;
        case "inet" -> INET;
        default -> null;
      };
    }

    boolean isTimed() {
      return switch (this) {
        case TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ, INTERVAL -> true;
        default -> false;
      };
    }
  }

  private record Type(Kind kind, int length, int scale) {

    static @Nullable Type parse(DataType type) {
      Matcher parts =
          TYPE.matcher(type.sql().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
      if (!parts.matches()) {
        return null;
      }
      Kind kind = Kind.of(parts.group(1), "with".equals(parts.group(4)));
      if (kind == null) {
        return null;
      }
      int length = parts.group(2) == null ? UNLIMITED : Integer.parseInt(parts.group(2));
      int scale = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
      return new Type(kind, length, scale);
    }

    boolean takes(Type former) {
      if (kind == Kind.INET && former.kind == Kind.CIDR) {
        return true;
      }
      boolean text = isText() && former.isText();
      if (!text && kind != former.kind) {
        return false;
      }
      return isUnlimited()
          || (former.length != UNLIMITED && former.length <= length && former.scale == scale);
    }

    private boolean isText() {
      return kind == Kind.TEXT || kind == Kind.VARCHAR;
    }

    private boolean isUnlimited() {
      return length == UNLIMITED || (kind.isTimed() && length == MICROSECONDS);
    }

    String sql() {
      String modifier = length == UNLIMITED ? "" : "(" + length + ")";
      if (kind == Kind.NUMERIC && length != UNLIMITED) {
        modifier = "(" + length + "," + scale + ")";
      }
      return kind.name + modifier + kind.ending;
    }
  }
}
