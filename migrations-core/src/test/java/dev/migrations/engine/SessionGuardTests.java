package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PgBouncer;
import dev.migrations.fixture.PgBouncer.NextServer;
import dev.migrations.fixture.PgBouncer.PoolMode;
import dev.migrations.fixture.PgBouncerTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.PlanStep;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A DataSource of one connection, to a pooler in transaction mode that has nothing else to do: that
 * cannot be found out before it happens that the pooler lends the server session to others.
 */
@PgBouncerTest
class SessionGuardTests {

  @TempDir Path directory;
  private SqlRevisions revisions;
  private PgBouncer pooler;
  private SingleConnectionDataSource only;

  @BeforeEach
  void twoSessionsOfWhichTheLastOneIsTheNext(TestDatabase db) throws SQLException {
    revisions = new SqlRevisions(directory).addTables(1);
    pooler = PgBouncer.start(db, PoolMode.TRANSACTION, 2);
    only = new SingleConnectionDataSource(pooler.dataSource().getConnection(), true);
  }

  @AfterEach
  void close() {
    only.destroy();
    pooler.close();
  }

  @Test
  void aRunInWhichNobodyElseComesGoesThrough(TestDatabase db) throws SQLException {
    revisions.add("r2", "r1", "CREATE INDEX CONCURRENTLY ix ON t1 (id);", "");

    revisions.on(only).upgrade("head");

    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
    assertThat(PooledSessions.contents(pooler.dataSource(), 2))
        .containsOnly(PooledSessions.contents(db.dataSource(), 1).get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t2 ();",
        "CREATE TABLE t2 (); SELECT 1; INSERT INTO t2 DEFAULT VALUES;",
        "CREATE INDEX CONCURRENTLY t2 ON t1 (id);"
      })
  void aUnitInAnotherSessionIsNotCommitted(String upgrade, TestDatabase db) throws SQLException {
    List<String> before = PooledSessions.contents(pooler.dataSource(), 2);
    revisions.add("r2", "r1", upgrade, "");

    ServerSessionChangedException failure = runWithAnotherSessionFrom("r2");

    assertThat(failure.description())
        .contains("Unit 1 of revision r2 was not committed")
        .contains("pooler in transaction mode");
    assertThat(failure.action()).contains("migrations.url");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r1");
    assertThat(db.value("SELECT to_regclass('t2')")).isNull();
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
    assertThat(PooledSessions.contents(pooler.dataSource(), 2)).isEqualTo(before);
    assertThat(revisions.on(db).upgrade("head").rowsAfter()).containsExactly("r2");
  }

  @Test
  void aUnitInBatchesInAnotherSessionChangesNothing(TestDatabase db) throws SQLException {
    db.execute("CREATE TABLE t (id int PRIMARY KEY, n int); INSERT INTO t VALUES (1, 1), (2, 1)");

    ServerSessionChangedException failure =
        runWithAnotherSessionFrom(
            "b1",
            others ->
                Backfills.on(
                    only, op -> op.backfill("t").set("n", "2").reversedByNothing(), others));

    assertThat(failure.description()).contains("Unit 1 of revision b1 was not committed");
    assertThat(db.column("SELECT DISTINCT n FROM t")).containsExactly("1");
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
  }

  private ServerSessionChangedException runWithAnotherSessionFrom(String revision) {
    return runWithAnotherSessionFrom(
        revision, others -> revisions.on(only, SqlRevisions.settings(), others));
  }

  /** The session that has the lock is then the second in the list, and never the next. */
  private ServerSessionChangedException runWithAnotherSessionFrom(
      String revision, Function<MigrationsListener, Migrations> migrations) {
    MigrationsListener others =
        new MigrationsListener() {
          @Override
          public void stepStarted(PlanStep step) {
            if (step.revision().equals(revision)) {
              try {
                PooledSessions.contents(pooler.dataSource(), 2);
              } catch (SQLException ex) {
                throw new IllegalStateException(ex);
              }
            }
          }
        };
    return catchThrowableOfType(
        ServerSessionChangedException.class, () -> migrations.apply(others).upgrade("head"));
  }

  @Test
  void aLockThatTheSessionHadBeforeIsNotTakenForOurs(TestDatabase db) throws SQLException {
    try (Connection other = pooler.dataSource().getConnection()) {
      int pid = LockHolder.holdRunLock(other, "public");

      assertThatThrownBy(() -> revisions.on(only).upgrade("head"))
          .isInstanceOf(TransactionPoolingException.class)
          .hasMessageContaining("process " + pid)
          .hasMessageContaining("has the lock of a run already");
      assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
    }
  }

  @Test
  void anIndexThatWasBuiltBeforeTheSessionsChangedIsThereForTheNextRun(TestDatabase db)
      throws SQLException {
    revisions.add("r2", "r1", "CREATE INDEX CONCURRENTLY ix ON t1 (id);", "");
    pooler.close();
    only.destroy();
    pooler = PgBouncer.start(db, PoolMode.TRANSACTION, 2, NextServer.IN_TURN);
    only = new SingleConnectionDataSource(pooler.dataSource().getConnection(), true);
    List<String> before = PooledSessions.contents(db.dataSource(), 1);

    ServerSessionChangedException failure = runWithAnotherSessionFrom("r2");

    assertThat(failure.description()).contains("revision r2 was not committed");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r1");
    assertThat(PooledSessions.contents(pooler.dataSource(), 2)).containsOnly(before.get(0));
    assertThat(revisions.on(db).upgrade("head").rowsAfter()).containsExactly("r2");
    assertThat(db.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"))
        .isEqualTo("t");
  }
}
