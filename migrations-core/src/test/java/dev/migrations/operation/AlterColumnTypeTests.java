package dev.migrations.operation;

import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.DataType.type;
import static dev.migrations.operation.DataType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A type of a column in use is changed where PostgreSQL only touches the catalog. */
@PostgresTest
class AlterColumnTypeTests {

  private static final String FILES =
      """
      SELECT c.oid::regclass || ' ' || pg_relation_filenode(c.oid) FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'i') ORDER BY 1""";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "varchar(20); varchar(20); a",
        "varchar(20); varchar(50); a",
        "varchar(20); character varying; a",
        "Character  Varying (20); text; a",
        "varchar; text; a",
        "text; varchar; a",
        "numeric(10); numeric(12, 0); 1",
        "numeric(10, 2); decimal(12,2); 1.25",
        "numeric(10, 2); numeric; 1.25",
        "varbit(5); bit varying(8); 101",
        "varbit(5); varbit; 101",
        "timestamp(3); timestamp(4) without time zone; 2026-01-02 03:04:05.678",
        "timestamp(3); timestamp; 2026-01-02 03:04:05.678",
        "timestamp; timestamp(6); 2026-01-02 03:04:05.678",
        "timestamptz(3); timestamp with time zone; 2026-01-02 03:04:05.678",
        "timestamp (0) with time zone; timestamptz(3); 2026-01-02 03:04:05",
        "time(3); time(6); 03:04:05.678",
        "timetz(0); time(2) with time zone; 03:04:05+02",
        "interval(3); interval(5); 1 day 1.5 s",
        "interval(3); interval; 1 day 1.5 s",
        "interval; interval(6); 1 day 1.5 s",
        "cidr; inet; 10.0.0.0/8",
      })
  void neitherTheTableNorAnIndexIsWrittenAndNoRowIsRead(
      String from, String to, String value, TestDatabase db) throws SQLException {
    db.execute(
        """
        CREATE TABLE parent (c %1$s PRIMARY KEY);
        CREATE TABLE t (c %1$s UNIQUE REFERENCES parent, n int, UNIQUE (n, c));
        CREATE TABLE child (c %1$s REFERENCES t (c));
        CREATE INDEX ON t USING brin (c);
        DO 'BEGIN CREATE INDEX ON t USING hash (c); EXCEPTION WHEN undefined_object THEN END';
        CREATE INDEX ON t (c DESC NULLS LAST) INCLUDE (n);
        CREATE STATISTICS s ON c, n FROM t;
        INSERT INTO parent VALUES ('%2$s');
        INSERT INTO t VALUES ('%2$s');
        INSERT INTO child VALUES ('%2$s');
        ANALYZE;
        """
            .formatted(from, value));
    List<String> files = db.column(FILES);
    for (String table : List.of("t", "child", "parent")) {
      List<String> messages =
          Messages.of(db, op -> op.alterColumnType(table, "c", type(to)).from(type(from)));
      assertThat(messages)
          .noneMatch(
              message ->
                  message.matches("(rewriting|verifying|building|validating) (?!.*pg_toast).*"));
    }
    assertThat(db.column(FILES)).isEqualTo(files);
    assertThat(db.column("SELECT attname FROM pg_stats WHERE tablename = 't' ORDER BY 1"))
        .containsExactly("c", "n");
  }

  @Test
  void whatRewritesIsSeenByTheseMessages(TestDatabase db) throws SQLException {
    db.execute("CREATE TABLE t (c integer PRIMARY KEY)");
    assertThat(Messages.of(db, op -> op.alterColumnType("t", "c", BIGINT).blocking()))
        .contains("rewriting table \"t\"", "building index \"t_pkey\" on table \"t\" serially");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "integer; bigint",
        "varchar(20); varchar(19)",
        "text; varchar(20)",
        "char(20); text",
        "varchar(20)[]; varchar(30)[]",
        "numeric; numeric(10)",
        "numeric(10, 2); numeric(10, 3)",
        "numeric(10, 2); numeric(9, 2)",
        "numeric(10); numeric(12, 2)",
        "varbit; varbit(8)",
        "bit(3); bit(4)",
        "timestamp; timestamp(5)",
        "timestamp(3); timestamp(2)",
        "timestamp; timestamptz",
        "time; timetz",
        "interval(3); interval year to month",
        "inet; cidr",
        "json; jsonb",
        "mood; text"
      })
  void anyOtherIsRefusedWithTheRecipe(String from, String to) {
    assertThatThrownBy(
            () ->
                Rendering.inUse(
                    18, op -> op.alterColumnType("app.t", "c", type(to)).from(type(from))))
        .isInstanceOf(RefusedOperationsException.class)
        .hasMessageContaining("Cannot alter type of c of app.t to " + to)
        .hasMessageContaining("changeColumnType(\"app.t\", \"c\", …)")
        .hasMessageContaining("alterColumnType(…).blocking()");
  }

  @Test
  void soIsOneOfWhichTheTypeBeforeIsNotKnown() {
    assertThatThrownBy(() -> Rendering.inUse(18, op -> op.alterColumnType("t", "c", TEXT)))
        .hasMessageContaining("from(…)");
  }

  @Test
  void soAreAnExpressionAndACollation() {
    assertThatThrownBy(
            () ->
                Rendering.inUse(
                    18,
                    op -> op.alterColumnType("t", "c", TEXT).from(varchar(9)).using("lower(c)")))
        .isInstanceOf(RefusedOperationsException.class);
    assertThatThrownBy(
            () ->
                Rendering.inUse(
                    18, op -> op.alterColumnType("t", "c", TEXT).from(varchar(9)).collate("C")))
        .isInstanceOf(RefusedOperationsException.class);
  }

  @Test
  void onANewTableAndByTheBlockingFormItIsThePlainStatement() {
    assertThat(Rendering.onNew(14, "t", op -> op.alterColumnType("t", "c", BIGINT).from(INTEGER)))
        .containsExactly("ALTER TABLE t ALTER COLUMN c TYPE bigint");
    assertThat(Rendering.inUse(14, op -> op.alterColumnType("t", "c", TEXT).blocking()))
        .containsExactly("ALTER TABLE t ALTER COLUMN c TYPE text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "c integer; column c of t is of type integer, not character varying(9)",
        "c varchar(8); column c of t is of type character varying(8)",
        "c varchar(9) COLLATE \"C\"; of type character varying(9) COLLATE \"C\"",
        "c varchar(9) CONSTRAINT ck CHECK (c > 'a'); because of constraint ck on table t",
        "c varchar(9), EXCLUDE USING btree (c WITH =); constraint t_c_excl on table t",
      })
  void aColumnThatIsNotWhatWasSaidFailsBeforeAnythingIsDone(
      String columns, String message, TestDatabase db) {
    db.execute("CREATE TABLE t (" + columns + ")");
    assertThatThrownBy(() -> alter(db)).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"(c) WHERE n > 0", "(n) WHERE c > 'a'", "(lower(c))"})
  void anIndexThatWouldBeBuiltAnewFailsBefore(String index, TestDatabase db) {
    db.execute("CREATE TABLE t (c varchar(9), n int); CREATE INDEX ix ON t " + index);
    assertThatThrownBy(() -> alter(db)).hasMessageContaining("because of index ix");
  }

  @Test
  void soItDoesOnAPartition(TestDatabase db) {
    db.execute(
        """
        CREATE TABLE t (c varchar(9), n int) PARTITION BY RANGE (n);
        CREATE TABLE p PARTITION OF t DEFAULT;
        CREATE INDEX ix ON p (lower(c));
        """);
    assertThatThrownBy(() -> alter(db)).hasMessageContaining("because of index ix");
  }

  private static void alter(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      UnitRunner.run(
          connection,
          Rendering.recorded(op -> op.alterColumnType("t", "c", TEXT).from(varchar(9))));
    }
  }
}
