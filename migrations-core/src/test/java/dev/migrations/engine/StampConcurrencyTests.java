package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A stamp while others write. */
@PostgresTest
class StampConcurrencyTests {

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void upgradeToTheFirst(TestDatabase db) {
    revisions = new SqlRevisions(directory).addTables(3);
    revisions.on(db).upgrade("r1");
  }

  @Test
  void waitsForARunToEnd(TestDatabase db) throws SQLException {
    MigrationsSettings impatient =
        SqlRevisions.settings().withAdvisoryLockWait(Duration.ofMillis(50));
    try (Connection run = db.connect()) {
      int pid = LockHolder.holdRunLock(run, "public");

      assertThatThrownBy(
              () -> revisions.on(db.dataSource(), impatient).stamp(List.of("head"), false))
          .isInstanceOf(AdvisoryLockException.class)
          .hasMessageContaining("pid " + pid);
    }
    assertThat(revisions.on(db).stamp(List.of("head"), false).rowsAfter()).containsExactly("r3");
  }

  @Test
  void isRefusedWhenSomebodyMovedTheRowsWithoutTheLock(TestDatabase db) throws SQLException {
    MigrationsSettings patient = SqlRevisions.settings().withLockTimeout(Duration.ofSeconds(30));
    try (Connection other = db.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("UPDATE migrations_revision SET revision = 'r2'");
      CompletableFuture<StampReport> stamp =
          CompletableFuture.supplyAsync(
              () -> revisions.on(db.dataSource(), patient).stamp(List.of("head"), false));
      Awaitility.await()
          .until(
              () -> db.column("SELECT 1 FROM pg_locks WHERE NOT granted"),
              waiting -> !waiting.isEmpty());

      other.commit();

      assertThatThrownBy(stamp::join)
          .hasCauseInstanceOf(ConcurrentRunException.class)
          .hasMessageContaining("The stamp of r2, r3");
    }
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
    assertThat(db.column("SELECT 1 FROM migrations_history WHERE event = 'stamp'")).isEmpty();
  }

  @Test
  void leavesTheSessionAsItWasFound(TestDatabase db) throws SQLException {
    try (Connection session = db.connect()) {
      session.createStatement().execute("SET lock_timeout = '7s'");

      revisions.on(new SingleConnectionDataSource(session, true)).stamp(List.of("head"), false);

      assertThat(db.column("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).isEmpty();
      try (ResultSet setting = session.createStatement().executeQuery("SHOW lock_timeout")) {
        setting.next();
        assertThat(setting.getString(1)).isEqualTo("7s");
      }
    }
  }
}
