package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another session holds a lock on the table that a revision alters. */
@PostgresTest
class TableLockTests {

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void aTableInUse(TestDatabase db) {
    revisions = new SqlRevisions(directory).addTables(1);
    revisions.on(db).upgrade("head");
    revisions.add("r2", "r1", "ALTER TABLE t1 ADD COLUMN a text;", "ALTER TABLE t1 DROP a;");
  }

  @Test
  void theRevisionGivesWayAndTheErrorNamesWhoBlockedIt(TestDatabase db) throws SQLException {
    Migrations migrations = revisions.on(db);
    try (Connection holder = db.connect()) {
      holder.createStatement().execute("SET application_name = 'nightly-report'");
      int pid = LockHolder.holdTable(holder, "t1");

      RevisionFailedException failure =
          catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

      assertThat(failure.sqlState()).isEqualTo("55P03");
      assertThat(failure.action())
          .contains("tried 3 times")
          .contains("pid " + pid + " (nightly-report)")
          .contains("idle in transaction");
      holder.rollback();
    }
    assertThat(migrations.upgrade("head").rowsAfter()).containsExactly("r2");
  }

  @Test
  void theRevisionGoesThroughWhenTheOtherSessionLeaves(TestDatabase db) throws Exception {
    MigrationsSettings patient = SqlRevisions.settings().withLockAttempts(100);
    try (Connection holder = db.connect()) {
      LockHolder.holdTable(holder, "t1");
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(
              () -> revisions.on(db.dataSource(), patient).upgrade("head"));
      Awaitility.await()
          .until(
              () -> db.column("SELECT 1 FROM pg_locks WHERE NOT granted"),
              waiting -> !waiting.isEmpty());

      holder.rollback();

      assertThat(run.get(30, TimeUnit.SECONDS).rowsAfter()).containsExactly("r2");
    }
  }

  @Test
  void aStatementOutsideATransactionThatLocksReadersOutGivesWayToo(TestDatabase db)
      throws Exception {
    revisions.add("r2", "r1", "VACUUM FULL t1;", "");
    try (Connection holder = db.connect()) {
      LockHolder.holdTable(holder, "t1");
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(() -> revisions.on(db).upgrade("head"));

      assertThat(run)
          .failsWithin(10, TimeUnit.SECONDS)
          .withThrowableThat()
          .withCauseInstanceOf(RevisionFailedException.class)
          .withMessageContaining("lock timeout");
      holder.rollback();
    }
  }

  @Test
  void aTimeOutBelowAMillisecondIsNotNone(TestDatabase db) throws Exception {
    MigrationsSettings settings =
        SqlRevisions.settings().withLockTimeout(Duration.ofNanos(1)).withLockAttempts(1);
    try (Connection holder = db.connect()) {
      LockHolder.holdTable(holder, "t1");
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(
              () -> revisions.on(db.dataSource(), settings).upgrade("head"));

      assertThat(run).failsWithin(10, TimeUnit.SECONDS);
      assertThat(run).isCompletedExceptionally();
      holder.rollback();
    }
  }
}
