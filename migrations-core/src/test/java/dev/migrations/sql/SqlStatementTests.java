package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatementTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create /* x */ index\nconcurrently i on t (a)",
        "CREATE UNIQUE INDEX CONCURRENTLY ON t (a)",
        "DROP INDEX CONCURRENTLY IF EXISTS i",
        "REINDEX TABLE CONCURRENTLY t",
        "REINDEX INDEX CONCURRENTLY i",
        "REINDEX (VERBOSE, CONCURRENTLY) TABLE t",
        "REINDEX (CONCURRENTLY true) INDEX i",
        "REINDEX DATABASE d",
        "REINDEX SYSTEM d",
        "REINDEX (VERBOSE) SCHEMA s",
        "VACUUM",
        "VACUUM (ANALYZE) t",
        "ALTER SYSTEM SET work_mem = '1MB'",
        "CREATE DATABASE d",
        "DROP DATABASE IF EXISTS d",
        "CREATE TABLESPACE x LOCATION '/x'",
        "DROP TABLESPACE x",
        "ALTER TABLE m DETACH PARTITION p CONCURRENTLY",
        "ALTER TABLE IF EXISTS ONLY s.m DETACH PARTITION s.p CONCURRENTLY",
        "CLUSTER",
        "CLUSTER VERBOSE",
        "CLUSTER (VERBOSE)",
        "ALTER DATABASE \"set\" SET TABLESPACE x",
        "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
        "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (enabled = false)",
        "DROP SUBSCRIPTION s",
        "ALTER SUBSCRIPTION s REFRESH PUBLICATION",
        "ALTER SUBSCRIPTION s ADD PUBLICATION p",
        "DISCARD ALL",
      })
  void recognisesWhatRefusesATransaction(String sql) {
    assertThat(statement(sql).refusesTransaction()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX concurrently_built ON t (a)",
        "CREATE INDEX i ON t (concurrently)",
        "CREATE TABLE t (a text DEFAULT 'CREATE INDEX CONCURRENTLY')",
        "DROP INDEX i",
        "REINDEX TABLE t",
        "REINDEX (CONCURRENTLY off) TABLE t",
        "ANALYZE t",
        "CLUSTER t USING i",
        "CLUSTER (VERBOSE) t",
        "ALTER TABLE m DETACH PARTITION p",
        "ALTER TABLE m DETACH PARTITION p FINALIZE",
        "ALTER DATABASE d SET work_mem = '1MB'",
        "REFRESH MATERIALIZED VIEW CONCURRENTLY m",
        "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (connect = false)",
        "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (enabled, create_slot = off)",
        "ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = false)",
        "ALTER SUBSCRIPTION s DISABLE",
        "ALTER TYPE e ADD VALUE 'x'",
        "DISCARD PLANS",
      })
  void leavesTheOthersInTheirTransaction(String sql) {
    assertThat(statement(sql).refusesTransaction()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN",
        "begin ISOLATION LEVEL SERIALIZABLE",
        "START /* a */ TRANSACTION",
        "COMMIT",
        "END",
        "ROLLBACK TO a",
        "ABORT",
        "SAVEPOINT a",
        "RELEASE a",
        "PREPARE TRANSACTION 'a'",
        "COMMIT PREPARED 'a'",
      })
  void recognisesWhatControlsTheTransaction(String sql) {
    assertThat(statement(sql).controlsTransaction()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PREPARE p AS SELECT 1", "\"begin\"", "SELECT 'COMMIT'", "LOCK TABLE t"})
  void knowsWhatDoesNotControlTheTransaction(String sql) {
    assertThat(statement(sql).controlsTransaction()).isFalse();
  }

  @Test
  void takesAnIndexBuildApart() {
    assertThat(
            statement(
                    "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"I\"\"x\" ON ONLY App."
                        + "\"Orders\" /* by time */ USING btree (lower(a)) WHERE b > 1")
                .concurrentIndex())
        .hasValue(
            new ConcurrentIndex.Build(
                "I\"x", "app", "Orders", true, "USING btree (lower(a)) WHERE b > 1"));
    assertThat(statement("create index concurrently on t (a)").concurrentIndex())
        .hasValue(new ConcurrentIndex.Build(null, null, "t", false, "(a)"));
    assertThat(statement("create index concurrently if on t (a)").concurrentIndex())
        .hasValue(new ConcurrentIndex.Build("if", null, "t", false, "(a)"));
    assertThat(statement("CREATE INDEX i ON t (a)").concurrentIndex()).isEmpty();
  }

  @Test
  void takesAnIndexDropApart() {
    assertThat(statement("DROP INDEX CONCURRENTLY IF EXISTS S.\"I\" RESTRICT").concurrentIndex())
        .hasValue(new ConcurrentIndex.Drop("s", "I"));
    assertThat(statement("DROP INDEX CONCURRENTLY i").concurrentIndex())
        .hasValue(new ConcurrentIndex.Drop(null, "i"));
    assertThat(statement("DROP INDEX i").concurrentIndex()).isEmpty();
  }

  @Test
  void anIndexNameIsCutAsTheServerCutsIt() {
    assertThat(statement("DROP INDEX CONCURRENTLY " + "é".repeat(40)).concurrentIndex())
        .hasValue(new ConcurrentIndex.Drop(null, "é".repeat(31)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT a=-1           | SELECT a = - 1",
        "SELECT e'x', X'1F'    | SELECT E'x' , x'1F'",
        "SELECT a::text        | SELECT a :: TEXT",
        "SELECT f(1,2)         | SELECT f ( 1, /* two */ 2 )",
        "SELECT 1E5            | SELECT 1e5",
        "SELECT a <- b         | SELECT a < - b",
      })
  void meaningIgnoresSpaceCommentsAndCase(String one, String other) {
    assertThat(statement(one).normalized()).isEqualTo(statement(other).normalized());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT 'a'     | SELECT 'A'",
        "SELECT 'a b'   | SELECT 'a  b'",
        "SELECT \"a\"   | SELECT \"A\"",
        "SELECT $$a$$   | SELECT $$ a$$",
        "SELECT a b     | SELECT ab",
        "SELECT 1 .5    | SELECT 1.5",
        "SELECT É       | SELECT é",
      })
  void meaningKeepsTheRest(String one, String other) {
    assertThat(statement(one).normalized()).isNotEqualTo(statement(other).normalized());
  }

  @Test
  void meaningIgnoresLines() {
    assertThat(statement("SELECT a FROM t").normalized())
        .isEqualTo(statement("select  A\tfrom -- all\r\n T").normalized());
  }

  @Test
  void lineEndsInsideALiteralMakeNoDifference() {
    assertThat(statement("DO $$\r\nBEGIN\r\nEND\r\n$$").normalized())
        .isEqualTo(statement("DO $$\nBEGIN\nEND\n$$").normalized());
  }

  @Test
  void theSummaryIsOneShortLine() {
    assertThat(statement("CREATE TABLE t (\n  -- key\n  id int\n)").summary())
        .isEqualTo("CREATE TABLE t ( id int )");
    assertThat(statement("SELECT " + "a, ".repeat(100) + "b").summary())
        .endsWith("…")
        .hasSizeLessThan(70);
  }

  private static SqlStatement statement(String sql) {
    return new SqlStatement(sql, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table t (a int)",
        "CREATE INDEX i ON t USING gin (a)",
        "/* back */ DROP TABLE t",
        "ALTER TABLE t ADD COLUMN type text, ADD EXCLUDE USING gist (r WITH &&)",
        "ALTER TABLE t ALTER a TYPE bigint",
        "ALTER TYPE mood ADD VALUE 'using'",
        "COMMENT ON TABLE t IS 'x'",
        "GRANT SELECT ON t TO r",
        "SET search_path = app",
        "VACUUM t",
      })
  void recognisesWhatOnlySaysWhatIsToBe(String sql) {
    assertThat(statement(sql).isDefinition()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE t SET a = a / 100",
        "DELETE FROM t",
        "INSERT INTO t VALUES (1)",
        "WITH x AS (DELETE FROM t RETURNING a) SELECT 1",
        "SELECT setval('s', 5)",
        "TRUNCATE t",
        "DO 'BEGIN END'",
        "CALL p()",
        "COPY t FROM STDIN",
        "MERGE INTO t USING u ON true WHEN MATCHED THEN DELETE",
        "ALTER TABLE t ALTER a TYPE numeric USING a / 100.0",
      })
  void recognisesWhatMayChangeRows(String sql) {
    assertThat(statement(sql).isDefinition()).isFalse();
  }
}
