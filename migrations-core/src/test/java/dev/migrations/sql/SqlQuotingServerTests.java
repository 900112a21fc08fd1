package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@PostgresTest
class SqlQuotingServerTests {

  @Test
  void quotesEveryNameThatTheServerQuotes(TestDatabase db) {
    List<String> words = db.column("SELECT word FROM pg_get_keywords()");
    List<String> quotedByServer =
        db.column("SELECT word FROM pg_get_keywords() WHERE quote_ident(word) <> word");

    assertThat(words)
        .filteredOn(word -> !SqlNames.quote(word).equals(word))
        .containsAll(quotedByServer);
    assertThat(words)
        .filteredOn(word -> SqlNames.quote(word).equals(word) && quotedByServer.contains(word))
        .isEmpty();
  }

  @Test
  void quotesNoWordThatNoSupportedServerReserves(TestDatabase db) {
    assertThat(db.column("SELECT word FROM pg_get_keywords() WHERE catcode = 'U'"))
        .filteredOn(word -> !SqlNames.quote(word).equals(word))
        .isEmpty();
  }

  @Test
  void quotesOtherNamesLikeTheServer(TestDatabase db) {
    for (String name :
        List.of("a", "_a1", "1a", "A", "a b", "a\"b", "é", "a$", "a-b", "a.b", "\"", "'", "\\")) {
      assertThat(SqlNames.quote(name))
          .isEqualTo(db.value("SELECT quote_ident(" + SqlLiterals.quote(name) + ")"));
    }
    assertThat(SqlNames.quote("My", "table")).isEqualTo("\"My\".\"table\"");
    assertThat(SqlNames.quote(null, "t")).isEqualTo("t");
  }

  @Test
  void refusesNamesThatTheServerWouldChange() {
    assertThat(SqlNames.quote("a".repeat(63))).hasSize(63);
    assertThatThrownBy(() -> SqlNames.quote("é".repeat(32)))
        .isInstanceOf(SqlTextException.class)
        .hasMessageContaining("64 bytes");
    assertThatThrownBy(() -> SqlNames.quote("")).isInstanceOf(SqlTextException.class);
    assertThatThrownBy(() -> SqlNames.quote("a\0")).isInstanceOf(SqlTextException.class);
  }

  @Test
  void textArrivesUnchangedUnderEitherSetting(TestDatabase db) throws SQLException {
    List<String> texts =
        List.of("", "'", "''", "\\", "\\'", "a\\nb", "\n", "$$", "é𝄞", "--", "/*", "\\\\''\\");
    for (String setting : List.of("on", "off")) {
      try (Connection connection = db.connect();
          Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute("SET standard_conforming_strings = " + setting);
        for (String text : texts) {
          try (ResultSet row = statement.executeQuery("SELECT " + SqlLiterals.literal(text))) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(text);
          }
        }
        try (ResultSet row =
            statement.executeQuery("SELECT " + SqlLiterals.literal(new byte[] {0, 92, -1}))) {
          assertThat(row.next()).isTrue();
          assertThat(row.getBytes(1)).containsExactly(0, 92, -1);
        }
      }
    }
  }

  @Test
  void valuesMeanTheSameToTheServer(TestDatabase db) {
    Map<Object, String> expected = new LinkedHashMap<>();
    expected.put('x', "'x'");
    expected.put(true, "true");
    expected.put((byte) -1, "-1");
    expected.put(Long.MIN_VALUE, "(-9223372036854775808)::bigint");
    expected.put(
        new BigInteger("123456789012345678901234567890"), "123456789012345678901234567890");
    expected.put(new BigDecimal("1.50"), "1.50");
    expected.put(new BigDecimal("1E+3"), "1000");
    expected.put(1.5e-300, "1.5e-300");
    expected.put(Double.NEGATIVE_INFINITY, "'-Infinity'::float8");
    expected.put(Float.NaN, "'NaN'::float8");
    expected.put(new UUID(1, 2), "'00000000-0000-0001-0000-000000000002'::uuid");
    expected.put(TimeUnit.DAYS, "'DAYS'");
    expected.put(LocalDate.of(2024, 2, 29), "DATE '2024-02-29'");
    expected.put(LocalDate.of(12024, 2, 9), "make_date(12024, 2, 9)");
    expected.put(LocalDate.of(0, 1, 1), "DATE '0001-01-01 BC'");
    expected.put(LocalDate.of(-43, 3, 15), "DATE '0044-03-15 BC'");
    expected.put(
        LocalDateTime.of(2024, 1, 2, 3, 4, 5, 600_000), "TIMESTAMP '2024-01-02 03:04:05.0006'");
    expected.put(LocalTime.of(23, 59), "TIME '23:59'");
    expected.put(
        OffsetDateTime.of(2024, 1, 2, 3, 4, 0, 0, ZoneOffset.ofHoursMinutes(-3, -30)),
        "TIMESTAMPTZ '2024-01-02 06:34:00+00'");
    expected.put(
        ZonedDateTime.of(1880, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHoursMinutesSeconds(0, 9, 21)),
        "TIMESTAMPTZ '1879-12-31 23:50:39+00'");
    expected.put(
        Instant.parse("2024-01-02T03:04:05.123456Z"), "'2024-01-02T03:04:05.123456Z'::timestamptz");
    expected.put(OffsetTime.of(1, 2, 3, 0, ZoneOffset.UTC), "TIMETZ '01:02:03+00'");
    expected.put(Duration.ofSeconds(-5400).plusMillis(1), "INTERVAL '-01:29:59.999'");
    expected.put(Duration.ofMillis(-500), "INTERVAL '-0.5 s'");
    expected.put(Period.of(1, -2, 3), "INTERVAL '1 year -2 months 3 days'");

    expected.forEach(
        (value, sql) ->
            assertThat(
                    db.value(
                        "SELECT (%s) IS NOT DISTINCT FROM (%s)"
                            .formatted(SqlLiterals.literal(value), sql)))
                .as("%s as %s", value, SqlLiterals.literal(value))
                .isEqualTo("t"));
    assertThat(SqlLiterals.literal(null)).isEqualTo("NULL");
  }

  @Test
  void arraysTakeTheTypeOfTheirColumn(TestDatabase db) {
    db.execute("CREATE TYPE unit AS ENUM ('DAYS', 'HOURS')");
    db.execute("CREATE TABLE t (i int[], s text[], e unit[], d date[], b boolean[], n int[][])");
    db.execute(
        "INSERT INTO t VALUES (%s, %s, %s, %s, %s, %s)"
            .formatted(
                SqlLiterals.literal(new int[] {1, -2}),
                SqlLiterals.literal(Arrays.asList("a,b", "NULL", null, "", "\\\"'{")),
                SqlLiterals.literal(List.of(TimeUnit.DAYS)),
                SqlLiterals.literal(new LocalDate[] {LocalDate.of(2024, 1, 2)}),
                SqlLiterals.literal(List.of(true, false)),
                SqlLiterals.literal(new int[][] {{1, 2}, {3, 4}})));

    assertThat(db.value("SELECT i = ARRAY[1, -2] FROM t")).isEqualTo("t");
    assertThat(db.value("SELECT s = ARRAY['a,b', 'NULL', NULL, '', E'\\\\\"''{'] FROM t"))
        .isEqualTo("t");
    assertThat(db.value("SELECT e = ARRAY['DAYS']::unit[] FROM t")).isEqualTo("t");
    assertThat(db.value("SELECT d = ARRAY['2024-01-02']::date[] FROM t")).isEqualTo("t");
    assertThat(db.value("SELECT b = ARRAY[true, false] FROM t")).isEqualTo("t");
    assertThat(db.value("SELECT n = ARRAY[[1, 2], [3, 4]] FROM t")).isEqualTo("t");
    assertThat(db.value("SELECT " + SqlLiterals.literal(List.of()) + "::int[] = ARRAY[]::int[]"))
        .isEqualTo("t");
  }

  @Test
  void refusesWhatHasNoLiteral() {
    assertThatThrownBy(() -> SqlLiterals.literal(Year.of(2024)))
        .isInstanceOf(SqlTextException.class)
        .hasMessageContaining("java.time.Year");
    assertThatThrownBy(() -> SqlLiterals.literal("a\0")).isInstanceOf(SqlTextException.class);
  }
}
