package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be compared with a server: what is not known, and the text alone. */
class StatementLocksTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DO $$ BEGIN LOCK TABLE t; END $$          | code
          CALL work()                               | code
          EXECUTE prepared(1)                       | a prepared statement
          CREATE EXTENSION pg_trgm                  | what the script of the extension does
          ALTER EXTENSION pg_trgm UPDATE            | what the script of the extension does
          DROP EXTENSION pg_trgm                    | what the extension holds
          DROP OWNED BY someone                     | what the role owns
          REASSIGN OWNED BY someone TO another      | what the role owns
          DROP SCHEMA s CASCADE                     | what depends on it and goes with CASCADE
          ALTER TYPE pair DROP ATTRIBUTE a CASCADE  | the tables of the type
          ALTER PUBLICATION p SET TABLE t           | the tables that were published before
          REPACK t                                  | a statement that is not understood
          CREATE PROPERTY GRAPH g                   | a statement that is not understood
          ALTER PROPERTY GRAPH g                    | a statement that is not understood
          DROP PROPERTY GRAPH g                     | a statement that is not understood
          EXPLAIN EXECUTE prepared                  | a prepared statement
          CREATE TABLE t AS EXECUTE prepared        | a prepared statement
          PREPARE p AS REPACK t                     | a statement that is not understood
          CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS E'x' | the body of function s.f
          ALTER TABLE U&"t" ADD a int               | a table whose name cannot be read
          UPDATE U&"t" SET a = 1                    | a table whose name cannot be read
          """)
  void whatNoTextTellsIsSaidToBeUnknown(String statement, String unknown) {
    assertThat(new SqlStatement(statement, 1).locks().unknown()).containsExactly(unknown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT s.f(1) FROM t",
        "INSERT INTO t (a, b) VALUES (1, s.f(1))",
        "ALTER TABLE t ADD a int DEFAULT s.f(1)",
        "ALTER TABLE t ADD b int, ADD a int GENERATED ALWAYS AS (s.f(b)) STORED",
        "ALTER TABLE t ALTER a TYPE int USING s.f(a)",
        "ALTER TABLE t ALTER a SET DATA TYPE int USING s.f(a)",
        "ALTER TABLE t ALTER a SET EXPRESSION AS (s.f(b))",
        "ALTER TABLE t ADD CONSTRAINT c CHECK (s.f(a) > 0)",
        "ALTER TABLE t ATTACH PARTITION p FOR VALUES IN (s.f(1))",
        "ALTER DOMAIN d ADD CHECK (s.f(value) > 0)",
        "CREATE TABLE t PARTITION OF p FOR VALUES IN (s.f(1))",
        "CREATE INDEX i ON t (a, s.f(b))",
        "CREATE INDEX i ON t (a) WHERE s.f(b) > 0",
        "COPY t FROM 'x' WHERE s.f(a) > 0",
        "CREATE TABLE t AS SELECT s.f(1)",
        "DECLARE c CURSOR FOR SELECT s.f(1)",
        "EXPLAIN ANALYZE SELECT s.f(1)"
      })
  void aFunctionThatMayRunIsNamed(String statement) {
    assertThat(new SqlStatement(statement, 1).locks().functions())
        .contains(new RelationName("s", "f"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (a int DEFAULT s.f(1))",
        "ALTER TABLE t ALTER a SET DEFAULT s.f(1)",
        "ALTER TABLE t ADD CONSTRAINT c CHECK (s.f(a) > 0) NOT VALID",
        "ALTER TABLE t ADD a int, ALTER b SET DEFAULT s.f(1)",
        "CREATE VIEW v AS SELECT s.f(1)",
        "CREATE RULE r AS ON INSERT TO t DO ALSO SELECT s.f(1)",
        "CREATE FUNCTION g() RETURNS int LANGUAGE sql RETURN s.f(1)",
        "CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION s.f()",
        "PREPARE p AS SELECT s.f(1)"
      })
  void aFunctionThatIsOnlyMentionedIsNot(String statement) {
    assertThat(new SqlStatement(statement, 1).locks().functions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VACUUM                                  | every table of the database, one after the other
          ANALYZE VERBOSE                         | every table of the database, one after the other
          REINDEX SCHEMA CONCURRENTLY s           | every table of schema s, one after the other
          REINDEX DATABASE                        | every table of the database, one after the other
          CLUSTER                                 | every table that was clustered before, one after the other
          ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b | every table of the tablespace
          DROP INDEX s.i                          | the table of index s.i
          ALTER DOMAIN d SET NOT NULL             | the tables with a column of domain d
          DROP STATISTICS s                       | the table of statistics s
          """)
  void whatIsNotNamedIsDescribed(String statement, String target) {
    assertThat(new SqlStatement(statement, 1).locks().locks())
        .extracting(lock -> lock.target().description())
        .containsExactly(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t DROP COLUMN \"\"",
        "ALTER TABLE t VALIDATE CONSTRAINT \"\"",
        "ALTER TABLE \"\" ADD a int",
        "COMMENT ON COLUMN \"\".a IS 'x'",
        "UPDATE s.\"\" SET a = 1",
        "SELECT \"\"() FROM t FOR UPDATE"
      })
  void anEmptyNameWhichTheServerRefusesIsNoFailureHere(String statement) {
    assertThat(new SqlStatement(statement, 1).locks().locks())
        .allSatisfy(lock -> assertThat(lock.target().description()).isNotEmpty());
  }

  @Test
  void aNameMeansWhatItMeansToTheServer() {
    assertThat(new SqlStatement("LOCK TABLE Orders, \"Orders\", Db.S.T", 1).locks().locks())
        .extracting(TableLock::target)
        .filteredOn(LockTarget.Named.class::isInstance)
        .containsExactly(
            new LockTarget.Named(new RelationName(null, "orders")),
            new LockTarget.Named(new RelationName(null, "Orders")),
            new LockTarget.Named(new RelationName("s", "t")));
  }

  @Test
  void everyModeSaysWhatItDoesToOthers() {
    assertThat(LockMode.SHARE_ROW_EXCLUSIVE.effect()).isEqualTo("blocks writes");
    assertThat(LockMode.ACCESS_EXCLUSIVE.effect()).isEqualTo("blocks reads and writes");
    assertThat(LockMode.SHARE.or(LockMode.EXCLUSIVE)).isEqualTo(LockMode.EXCLUSIVE);
    assertThat(LockMode.EXCLUSIVE.or(LockMode.SHARE)).isEqualTo(LockMode.EXCLUSIVE);
  }

  @Test
  void aLongStatementTakesLinearTime() {
    String rows = "(1, null, true, lower(default)), ".repeat(20_000);

    assertTimeout(
        Duration.ofSeconds(10),
        () ->
            assertThat(new SqlStatement("INSERT INTO t VALUES " + rows + "(1)", 1).locks().locks())
                .hasSize(2));
  }
}
