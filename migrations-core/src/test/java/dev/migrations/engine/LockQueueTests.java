package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Others who wait behind a revision that waits for a lock, and sessions that wait for each other.
 */
@PostgresTest
class LockQueueTests {

  private static final String WAITS =
      "SELECT 1 FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'";

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void twoTablesInUse(TestDatabase db) {
    revisions = new SqlRevisions(directory).addTables(2);
    revisions.on(db).upgrade("head");
    revisions.add(
        "r3",
        "r2",
        "ALTER TABLE t1 ADD COLUMN a text; ALTER TABLE t2 ADD COLUMN a text;",
        "ALTER TABLE t1 DROP a; ALTER TABLE t2 DROP a;");
  }

  private CompletableFuture<RunReport> upgrade(TestDatabase db, MigrationsSettings settings) {
    return CompletableFuture.supplyAsync(
        () -> revisions.on(db.dataSource(), settings).upgrade("head"));
  }

  private static void awaitWaiting(TestDatabase db) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .until(() -> db.column(WAITS), waiting -> !waiting.isEmpty());
  }

  @Test
  void readersBehindARevisionThatWaitsGoOnWhileTheHolderStays(TestDatabase db) throws Exception {
    MigrationsSettings patient = SqlRevisions.settings().withLockAttempts(1_000);
    try (Connection holder = db.connect();
        Connection reader = db.connect();
        Statement read = reader.createStatement()) {
      LockHolder.holdTable(holder, "t1");
      CompletableFuture<RunReport> run = upgrade(db, patient);
      // As long as the revision may wait, and twice that for a slow machine.
      read.execute("SET statement_timeout = " + 3 * patient.lockTimeout().toMillis());
      for (int i = 0; i < 3; i++) {
        awaitWaiting(db);
        try (ResultSet rows = read.executeQuery("SELECT count(*) FROM t1")) {
          assertThat(rows.next()).isTrue();
        }
      }
      assertThat(run).isNotDone();

      holder.rollback();

      assertThat(run.get(30, TimeUnit.SECONDS).rowsAfter()).containsExactly("r3");
    }
  }

  @Test
  void aDeadlockIsTriedAgainAndGoesThroughWhenTheOtherSessionIsDone(TestDatabase db)
      throws Exception {
    MigrationsSettings settings = SqlRevisions.settings().withLockTimeout(Duration.ofSeconds(20));
    try (Connection other = db.connect()) {
      lockSecondTable(other);
      CompletableFuture<RunReport> run = upgrade(db, settings);
      awaitWaiting(db);

      lockFirstTable(other);
      other.commit();

      assertThat(run.get(30, TimeUnit.SECONDS).rowsAfter()).containsExactly("r3");
      assertThat(db.column("SELECT 1 FROM migrations_history WHERE outcome = 'failed'")).isEmpty();
    }
  }

  @Test
  void aDeadlockThatStaysIsAnErrorThatNamesTheOtherSession(TestDatabase db) throws Exception {
    MigrationsSettings settings =
        SqlRevisions.settings().withLockTimeout(Duration.ofSeconds(20)).withLockAttempts(1);
    try (Connection other = db.connect()) {
      other.createStatement().execute("SET application_name = 'nightly-import'");
      int pid = lockSecondTable(other);
      CompletableFuture<Void> secondLock =
          CompletableFuture.runAsync(
              () -> {
                awaitWaiting(db);
                lockFirstTable(other);
              });

      RevisionFailedException failure =
          catchThrowableOfType(
              RevisionFailedException.class,
              () -> revisions.on(db.dataSource(), settings).upgrade("head"));

      secondLock.get(30, TimeUnit.SECONDS);
      assertThat(failure.sqlState()).isEqualTo("40P01");
      assertThat(failure.action())
          .contains("tried once")
          .contains("pid " + pid + " (nightly-import)");
      other.rollback();
    }
    assertThat(revisions.on(db).upgrade("head").rowsAfter()).containsExactly("r3");
  }

  /** Leaves it to the revision to find the deadlock, and to give way. */
  private static int lockSecondTable(Connection other) throws SQLException {
    other.createStatement().execute("SET deadlock_timeout = '1h'");
    return LockHolder.holdTable(other, "t2");
  }

  private static void lockFirstTable(Connection other) {
    try {
      LockHolder.holdTable(other, "t1");
    } catch (SQLException ex) {
      throw new IllegalStateException(ex);
    }
  }

  @RepeatedTest(20)
  void pausesGrowAndDifferSoThatRivalsPart() {
    List<Long> pauses =
        List.of(1, 2, 3, 4, 5, 6).stream().map(n -> Pause.backoff(n).toMillis()).toList();

    for (int i = 0; i < pauses.size(); i++) {
      long longest = 100L << i;
      assertThat(pauses.get(i)).isBetween(longest / 2, longest);
    }
    assertThat(Pause.backoff(1_000)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }
}
