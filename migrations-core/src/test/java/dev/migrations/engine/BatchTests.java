package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What the driver and the server make of statements that are sent together. */
@PostgresTest
class BatchTests {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPLAIN ANALYZE SELECT note(i) FROM generate_series(1, 1000) i",
        "INSERT INTO sink SELECT i FROM generate_series(1, 1000) i RETURNING note(a)",
        "WITH i AS (INSERT INTO sink SELECT i FROM generate_series(1, 1000) i RETURNING note(a)) SELECT 1",
        "WITH g AS (SELECT generate_series(1, 1000) i) INSERT INTO sink SELECT note(i) FROM g",
        "PREPARE p AS SELECT note(i) FROM generate_series(1, 1000) i; EXECUTE p",
        "DECLARE c CURSOR FOR SELECT note(i) FROM generate_series(1, 1000) i; FETCH ALL c",
        "DECLARE c CURSOR FOR SELECT note(i) FROM generate_series(1, 1000) i; MOVE ALL c",
        "CREATE TABLE made AS SELECT note(i) FROM generate_series(1, 1000) i",
        "SELECT note(i) INTO made FROM generate_series(1, 1000) i",
        "CREATE VIEW made AS SELECT note(i) FROM generate_series(1, 1000) i; TABLE made",
        "(SELECT note(i) FROM generate_series(1, 1000) i)",
        "CREATE PROCEDURE many() LANGUAGE sql AS 'SELECT note(i) FROM generate_series(1, 1000) i'; CALL many()",
        "DO $$ BEGIN PERFORM note(i) FROM generate_series(1, 1000) i; END $$",
        "COPY (SELECT note(i) FROM generate_series(1, 1000) i) TO '/dev/null'",
        "INSERT INTO sink SELECT generate_series(1, 1000); UPDATE sink SET a = a RETURNING note(a)",
        "INSERT INTO sink SELECT generate_series(1, 1000); DELETE FROM sink RETURNING note(a)",
        "CREATE RULE r AS ON UPDATE TO sink DO ALSO (SELECT note(i) FROM generate_series(1, 500) i; SELECT note(i) FROM generate_series(1, 500) i); UPDATE sink SET a = 1",
        "CREATE RULE r AS ON INSERT TO sink DO INSTEAD SELECT note(i) FROM generate_series(1, 1000) i; INSERT INTO sink VALUES (1)",
        "CREATE FUNCTION f() RETURNS SETOF int LANGUAGE sql VOLATILE BEGIN ATOMIC SELECT CASE WHEN true THEN note(i) END FROM generate_series(1, 1000) i; SELECT 2; END; CREATE FUNCTION g() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT count(note(i)) FROM generate_series(1, 1000) i; END; SELECT g()",
      })
  void aStatementIsCarriedOutToItsEnd(String statements, TestDatabase db) {
    new SqlRevisions(directory)
        .add(
            "r1",
            "",
            "CREATE TABLE noted (i int); CREATE TABLE sink (a int);\n"
                + "CREATE FUNCTION note(i int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN INSERT INTO noted VALUES (i); RETURN i; END $$;\n"
                + statements
                + ";",
            "")
        .on(db)
        .upgrade("head");

    assertThat(db.value("SELECT count(*) FROM noted")).isEqualTo("1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "autosave=always&cleanupSavepoints=true",
        "autosave=conservative",
        "preferQueryMode=simple",
        "preferQueryMode=extendedCacheEverything&prepareThreshold=1",
        "prepareThreshold=0",
        "defaultRowFetchSize=1",
        "reWriteBatchedInserts=true",
        "readOnly=true&readOnlyMode=always",
        "options=-c%20default_transaction_isolation=serializable",
        "options=-c%20default_transaction_isolation=repeatable%5C%20read",
        "options=-c%20standard_conforming_strings=off",
        "options=-c%20DateStyle=German%20-c%20IntervalStyle=sql_standard%20-c%20TimeZone=Asia/Kathmandu%20-c%20bytea_output=escape%20-c%20extra_float_digits=-15",
        "options=-c%20quote_all_identifiers=on",
      })
  void theOptionsOfTheUrlMakeNoDifference(String options, TestDatabase db) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(db.jdbcUrl() + (db.jdbcUrl().contains("?") ? "&" : "?") + options);
    dataSource.setUser(db.user());
    dataSource.setPassword(db.password());
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .add(
                "r1",
                "",
                "CREATE TABLE t (a int); INSERT INTO t SELECT generate_series(1, 10); SELECT a FROM t;",
                "DROP TABLE t;")
            .add(
                "r2",
                "r1",
                "ALTER TABLE t ADD b text; CREATE INDEX CONCURRENTLY ix ON t (b); UPDATE t SET b = E'\\\\';",
                "DROP INDEX CONCURRENTLY ix; ALTER TABLE t DROP b;")
            .add(
                "r3",
                "r2",
                "CREATE INDEX CONCURRENTLY iy ON t (a) WHERE b <> 'x''y';",
                "DROP INDEX CONCURRENTLY iy;");
    Migrations migrations = revisions.on(dataSource);

    migrations.upgrade("head");
    migrations.downgrade("r2");
    db.execute("CREATE INDEX iy ON t (a) WHERE b <> 'x''y'");
    migrations.upgrade("head");
    assertThat(migrations.overview().history()).hasSize(5);
    revisions.add(
        "r4", "r3", "CREATE TABLE u ();\nSELECT 1;\nINSERT INTO t (a) VALUES (1 / 0);", "");
    RevisionFailedException failure =
        catchThrowableOfType(
            RevisionFailedException.class, () -> revisions.on(dataSource).upgrade("head"));

    assertThat(failure.statement()).isEqualTo("INSERT INTO t (a) VALUES (1 / 0)");
    assertThat(db.value("SELECT to_regclass('u')")).isNull();
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r3");
    migrations.downgrade("base");
    assertThat(db.value("SELECT to_regclass('t')")).isNull();
  }

  @Test
  void noticesDoNotStopTheServerFromReadingWhatFollows(TestDatabase db) throws Exception {
    Migrations migrations =
        new SqlRevisions(directory)
            .add(
                "r1",
                "",
                "CREATE TABLE t (a text);\n"
                    + "DO $$ BEGIN FOR i IN 1 .. 50000 LOOP RAISE NOTICE 'row % is done, %', i, repeat('x', 200); END LOOP; END $$;\n"
                    + ("INSERT INTO t VALUES ('" + "y".repeat(100_000) + "');\n").repeat(200),
                "DROP TABLE t;")
            .on(db);

    CompletableFuture.supplyAsync(() -> migrations.upgrade("head")).get(60, TimeUnit.SECONDS);

    assertThat(db.value("SELECT count(*) FROM t")).isEqualTo("200");
  }
}
