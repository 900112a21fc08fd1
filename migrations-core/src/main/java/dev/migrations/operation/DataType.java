package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.Locale;
import java.util.Set;

/**
 * A type of a column. The constants are PostgreSQL's own types; {@link #named} is an enum, a domain
 * or a composite type; {@link #type} takes whatever else PostgreSQL knows, as it is written.
 *
 * @param sql the type as it stands in a statement
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">PostgreSQL: data types</a>
 * @since 0.1.0
 */
public record DataType(String sql) {

  public static final DataType SMALLINT = new DataType("smallint");
  public static final DataType INTEGER = new DataType("integer");
  public static final DataType BIGINT = new DataType("bigint");
  public static final DataType NUMERIC = new DataType("numeric");
  public static final DataType REAL = new DataType("real");
  public static final DataType DOUBLE_PRECISION = new DataType("double precision");
  public static final DataType BOOLEAN = new DataType("boolean");
  public static final DataType TEXT = new DataType("text");
  public static final DataType VARCHAR = new DataType("varchar");
  public static final DataType BYTEA = new DataType("bytea");
  public static final DataType UUID = new DataType("uuid");
  public static final DataType JSON = new DataType("json");
  public static final DataType JSONB = new DataType("jsonb");
  public static final DataType XML = new DataType("xml");
  public static final DataType DATE = new DataType("date");
  public static final DataType TIME = new DataType("time");
  public static final DataType TIMETZ = new DataType("timetz");
  public static final DataType TIMESTAMP = new DataType("timestamp");
  public static final DataType TIMESTAMPTZ = new DataType("timestamptz");
  public static final DataType INTERVAL = new DataType("interval");
  public static final DataType INET = new DataType("inet");
  public static final DataType CIDR = new DataType("cidr");
  public static final DataType MACADDR = new DataType("macaddr");
  public static final DataType TSVECTOR = new DataType("tsvector");
  public static final DataType INT4RANGE = new DataType("int4range");
  public static final DataType INT8RANGE = new DataType("int8range");
  public static final DataType NUMRANGE = new DataType("numrange");
  public static final DataType DATERANGE = new DataType("daterange");
  public static final DataType TSRANGE = new DataType("tsrange");
  public static final DataType TSTZRANGE = new DataType("tstzrange");
  public static final DataType MACADDR8 = new DataType("macaddr8");
  public static final DataType TSQUERY = new DataType("tsquery");
  public static final DataType JSONPATH = new DataType("jsonpath");
  public static final DataType MONEY = new DataType("money");
  public static final DataType OID = new DataType("oid");
  public static final DataType REGCLASS = new DataType("regclass");
  public static final DataType PG_LSN = new DataType("pg_lsn");
  public static final DataType PG_SNAPSHOT = new DataType("pg_snapshot");
  public static final DataType POINT = new DataType("point");
  public static final DataType LINE = new DataType("line");
  public static final DataType LSEG = new DataType("lseg");
  public static final DataType BOX = new DataType("box");
  public static final DataType PATH = new DataType("path");
  public static final DataType POLYGON = new DataType("polygon");
  public static final DataType CIRCLE = new DataType("circle");
  public static final DataType INT4MULTIRANGE = new DataType("int4multirange");
  public static final DataType INT8MULTIRANGE = new DataType("int8multirange");
  public static final DataType NUMMULTIRANGE = new DataType("nummultirange");
  public static final DataType DATEMULTIRANGE = new DataType("datemultirange");
  public static final DataType TSMULTIRANGE = new DataType("tsmultirange");
  public static final DataType TSTZMULTIRANGE = new DataType("tstzmultirange");
  public static final DataType BIT = new DataType("bit");
  public static final DataType VARBIT = new DataType("varbit");
  public static final DataType SMALLSERIAL = new DataType("smallserial");
  public static final DataType SERIAL = new DataType("serial");
  public static final DataType BIGSERIAL = new DataType("bigserial");

  private static final Set<String> SERIAL_NAMES =
      Set.of("serial", "serial2", "serial4", "serial8", "smallserial", "bigserial");

  /**
   * Checks the type.
   *
   * @throws MigrationsException when it is empty
   */
  public DataType {
    if (sql.isBlank()) {
      throw new MigrationsException(
          "The type of a column is empty.", "Use a constant of DataType, or type(\"…\").");
    }
  }

  /** Text of at most {@code length} characters. */
  public static DataType varchar(int length) {
    return new DataType("varchar(" + length + ")");
  }

  /** Text of exactly {@code length} characters, padded with spaces. */
  public static DataType character(int length) {
    return new DataType("char(" + length + ")");
  }

  /** A number of at most {@code precision} digits, none after the point. */
  public static DataType numeric(int precision) {
    return new DataType("numeric(" + precision + ")");
  }

  /** A number of at most {@code precision} digits, {@code scale} of them after the point. */
  public static DataType numeric(int precision, int scale) {
    return new DataType("numeric(" + precision + ", " + scale + ")");
  }

  /** A time of day with {@code precision} digits of the second, 0 to 6. */
  public static DataType time(int precision) {
    return new DataType("time(" + precision + ")");
  }

  /** A date and time without zone, with {@code precision} digits of the second, 0 to 6. */
  public static DataType timestamp(int precision) {
    return new DataType("timestamp(" + precision + ")");
  }

  /** A moment, with {@code precision} digits of the second, 0 to 6. */
  public static DataType timestamptz(int precision) {
    return new DataType("timestamptz(" + precision + ")");
  }

  /** A time of day with its offset, with {@code precision} digits of the second, 0 to 6. */
  public static DataType timetz(int precision) {
    return new DataType("timetz(" + precision + ")");
  }

  /** A span of time with {@code precision} digits of the second, 0 to 6. */
  public static DataType interval(int precision) {
    return new DataType("interval(" + precision + ")");
  }

  /**
   * A span of time that keeps only these fields.
   *
   * @param fields such as {@code YEAR TO MONTH} or {@code DAY TO SECOND(3)}
   */
  public static DataType interval(String fields) {
    return new DataType("interval " + fields);
  }

  /** Exactly {@code length} bits. */
  public static DataType bit(int length) {
    return new DataType("bit(" + length + ")");
  }

  /** At most {@code length} bits. */
  public static DataType varbit(int length) {
    return new DataType("varbit(" + length + ")");
  }

  /** An array of the given type; PostgreSQL does not hold it to a number of dimensions. */
  public static DataType array(DataType element) {
    return new DataType(element.sql() + "[]");
  }

  /**
   * A type by its name, quoted where needed: an enum, a domain, a composite type.
   *
   * @param name {@code order_status} or {@code app.order_status}, see {@link QualifiedName#parse}
   */
  public static DataType named(String name) {
    return named(QualifiedName.parse(name));
  }

  /** A type by its name: an enum, a domain, a composite type. */
  public static DataType named(QualifiedName name) {
    return new DataType(name.sql());
  }

  /** A type as it stands in a statement, such as {@code geometry(Point, 4326)}; never quoted. */
  public static DataType type(String sql) {
    return new DataType(sql);
  }

  /** Whether it is one of PostgreSQL's serial notations, which make a sequence and a default. */
  public boolean isSerial() {
    return SERIAL_NAMES.contains(sql.trim().toLowerCase(Locale.ROOT));
  }
}
