package dev.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server is asked which statements it refuses inside a transaction block. */
@PostgresTest
class TransactionRefusalServerTests {

  private static final String ACTIVE_TRANSACTION = "25001";

  /** With the oldest server that knows the statement in front. */
  private static final List<String> STATEMENTS =
      List.of(
          "14 CREATE INDEX CONCURRENTLY j ON t (a)",
          "14 CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS j ON t (a)",
          "14 CREATE INDEX j ON t (a)",
          "14 CREATE INDEX \"concurrently\" ON t (a)",
          "14 DROP INDEX CONCURRENTLY i",
          "14 DROP INDEX CONCURRENTLY IF EXISTS i",
          "14 DROP INDEX i",
          "14 REINDEX INDEX CONCURRENTLY i",
          "14 REINDEX TABLE CONCURRENTLY t",
          "14 REINDEX SCHEMA CONCURRENTLY public",
          "14 REINDEX (CONCURRENTLY) TABLE t",
          "14 REINDEX (VERBOSE, CONCURRENTLY) INDEX i",
          "14 REINDEX (CONCURRENTLY on) INDEX i",
          "14 REINDEX (CONCURRENTLY 'true') INDEX i",
          "14 REINDEX (CONCURRENTLY 1) INDEX i",
          "14 REINDEX (CONCURRENTLY false) INDEX i",
          "14 REINDEX (CONCURRENTLY 'off') INDEX i",
          "14 REINDEX (CONCURRENTLY OFF, VERBOSE) INDEX i",
          "14 REINDEX (CONCURRENTLY 0) INDEX i",
          "14 REINDEX (CONCURRENTLY, CONCURRENTLY off) INDEX i",
          "14 REINDEX (CONCURRENTLY off, CONCURRENTLY) INDEX i",
          "14 REINDEX (VERBOSE) TABLE t",
          "14 REINDEX TABLE t",
          "14 REINDEX INDEX i",
          "14 REINDEX SCHEMA public",
          "14 REINDEX (VERBOSE) SCHEMA public",
          "14 REINDEX DATABASE %1$s",
          "16 REINDEX DATABASE",
          "14 REINDEX SYSTEM %1$s",
          "16 REINDEX SYSTEM",
          "14 REINDEX DATABASE CONCURRENTLY %1$s",
          "14 VACUUM",
          "14 VACUUM t",
          "14 VACUUM (ANALYZE, FULL off) t",
          "14 VACUUM FULL VERBOSE t",
          "14 ANALYZE",
          "14 ANALYZE t",
          "14 CLUSTER",
          "14 CLUSTER VERBOSE",
          "17 CLUSTER (VERBOSE)",
          "14 CLUSTER t USING i",
          "14 CLUSTER VERBOSE t USING i",
          "14 CLUSTER i ON t",
          "14 ALTER SYSTEM SET work_mem = '4MB'",
          "14 ALTER SYSTEM RESET work_mem",
          "14 ALTER SYSTEM RESET ALL",
          "14 CREATE DATABASE x",
          "14 DROP DATABASE x",
          "14 DROP DATABASE IF EXISTS x",
          "14 DROP DATABASE IF EXISTS x WITH (FORCE)",
          "14 ALTER DATABASE %1$s SET TABLESPACE pg_default",
          "14 ALTER DATABASE \"set\" SET TABLESPACE pg_default",
          "14 ALTER DATABASE %1$s SET work_mem = '4MB'",
          "14 ALTER DATABASE %1$s RESET work_mem",
          "14 ALTER DATABASE %1$s CONNECTION LIMIT 100",
          "14 CREATE TABLESPACE x LOCATION '/x'",
          "14 DROP TABLESPACE x",
          "14 DROP TABLESPACE IF EXISTS x",
          "14 ALTER TABLESPACE pg_default SET (random_page_cost = 4)",
          "14 ALTER TABLE m DETACH PARTITION p CONCURRENTLY",
          "14 ALTER TABLE ONLY public.m DETACH PARTITION public.p CONCURRENTLY",
          "14 ALTER TABLE IF EXISTS m DETACH PARTITION p CONCURRENTLY",
          "14 ALTER TABLE m DETACH PARTITION p",
          "14 ALTER TABLE m DETACH PARTITION p FINALIZE",
          "14 CREATE SUBSCRIPTION x CONNECTION '' PUBLICATION p",
          "14 CREATE SUBSCRIPTION x CONNECTION '' PUBLICATION p WITH (create_slot)",
          "14 CREATE SUBSCRIPTION x CONNECTION '' PUBLICATION p WITH (create_slot = false, connect = false)",
          "14 CREATE SUBSCRIPTION x CONNECTION '' PUBLICATION p WITH (connect = false)",
          "14 CREATE SUBSCRIPTION x CONNECTION '' PUBLICATION p WITH (slot_name = NONE, enabled = false, create_slot = 'off')",
          "14 DROP SUBSCRIPTION s",
          "14 DROP SUBSCRIPTION IF EXISTS s",
          "14 ALTER SUBSCRIPTION s REFRESH PUBLICATION",
          "14 ALTER SUBSCRIPTION s REFRESH PUBLICATION WITH (copy_data = false)",
          "14 ALTER SUBSCRIPTION s SET PUBLICATION a",
          "14 ALTER SUBSCRIPTION s SET PUBLICATION a, b WITH (copy_data = false)",
          "14 ALTER SUBSCRIPTION s SET PUBLICATION a WITH (refresh = false)",
          "14 ALTER SUBSCRIPTION s ADD PUBLICATION a",
          "14 ALTER SUBSCRIPTION s ADD PUBLICATION a WITH (refresh = false)",
          "14 ALTER SUBSCRIPTION s DROP PUBLICATION p WITH (refresh = off)",
          "14 ALTER SUBSCRIPTION s DISABLE",
          "14 ALTER SUBSCRIPTION s SET (synchronous_commit = off)",
          "14 ALTER SUBSCRIPTION s CONNECTION ''",
          "14 ALTER SUBSCRIPTION s RENAME TO x",
          "14 DISCARD ALL",
          "14 DISCARD PLANS",
          "14 DISCARD TEMP",
          "14 REFRESH MATERIALIZED VIEW CONCURRENTLY v",
          "14 REFRESH MATERIALIZED VIEW v",
          "14 ALTER TYPE e ADD VALUE 'b'",
          "14 ALTER TYPE e RENAME VALUE 'a' TO 'b'",
          "14 CHECKPOINT",
          "14 LOCK TABLE t",
          "14 SET LOCAL work_mem = '4MB'",
          "14 CREATE PUBLICATION x",
          "14 IMPORT FOREIGN SCHEMA x FROM SERVER x INTO public",
          "14 REASSIGN OWNED BY CURRENT_USER TO CURRENT_USER");

  private int server;

  @BeforeEach
  void createObjects(TestDatabase db) {
    server = Integer.parseInt(db.value("SHOW server_version_num")) / 10_000;
    db.execute(
        "CREATE TABLE t (a int); CREATE INDEX i ON t (a);"
            + "CREATE TABLE m (a int) PARTITION BY LIST (a);"
            + "CREATE TABLE p PARTITION OF m FOR VALUES IN (1);"
            + "CREATE TYPE e AS ENUM ('a');"
            + "CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX ON v (a);"
            + "CREATE SUBSCRIPTION s CONNECTION 'host=localhost port=1 dbname=x' PUBLICATION p"
            + " WITH (connect = false); ALTER SUBSCRIPTION s ENABLE");
  }

  @AfterEach
  void dropSubscription(TestDatabase db) {
    db.execute(
        "ALTER SUBSCRIPTION s DISABLE; ALTER SUBSCRIPTION s SET (slot_name = NONE);"
            + "DROP SUBSCRIPTION s");
  }

  @Test
  void theServerRefusesTheSameStatements(TestDatabase db) throws SQLException {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    try (Connection connection = db.connect()) {
      connection.setAutoCommit(false);
      for (String line : STATEMENTS) {
        if (Integer.parseInt(line.substring(0, 2)) <= server) {
          asked++;
          String sql = line.substring(3).formatted(db.name());
          boolean refused = isRefused(connection, sql);
          if (new SqlStatement(sql, 1).refusesTransaction() != refused) {
            wrong.add(sql + (refused ? ": the server refuses it" : ": the server takes it"));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(80);
  }

  /** These run in the transaction, and the error of the server is what comes of it. */
  @Test
  void whatOnlyTheCatalogKnowsIsNotSeen(TestDatabase db) throws SQLException {
    db.execute(
        "CREATE INDEX k ON m (a); CREATE PROCEDURE commits() LANGUAGE plpgsql AS"
            + " 'BEGIN COMMIT; END'");
    try (Connection connection = db.connect()) {
      connection.setAutoCommit(false);
      assertThat(isRefused(connection, "REINDEX TABLE m")).isTrue();
      assertThat(isRefused(connection, "REINDEX INDEX k")).isTrue();
      assertThat(isRefused(connection, "CALL commits()")).isFalse();
      assertThatThrownBy(() -> connection.createStatement().execute("CALL commits()"))
          .hasMessageContaining("invalid transaction termination");
    }
    assertThat(new SqlStatement("REINDEX TABLE m", 1).refusesTransaction()).isFalse();
    assertThat(new SqlStatement("CALL commits()", 1).refusesTransaction()).isFalse();
  }

  private static boolean isRefused(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // The server looks at what is in front of the statement, too.
      statement.execute("SELECT 1");
      statement.execute(sql);
      return false;
    } catch (SQLException ex) {
      return ACTIVE_TRANSACTION.equals(ex.getSQLState());
    } finally {
      connection.rollback();
    }
  }
}
