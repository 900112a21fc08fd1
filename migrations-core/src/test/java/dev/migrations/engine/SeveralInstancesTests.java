package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.PlanStep;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@PostgresTest
class SeveralInstancesTests {

  private static final int FIFTY = 50;

  /** For a slow machine. */
  private static final MigrationsSettings PATIENT =
      SqlRevisions.settings().withAdvisoryLockWait(Duration.ofMinutes(2));

  @TempDir Path directory;

  @Test
  void fiftyInstancesThatBootAtOnceOnAnEmptyDatabaseApplyEachRevisionOnce(TestDatabase db)
      throws Exception {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .addTables(5)
            .add(
                "r6",
                "r5",
                "CREATE INDEX CONCURRENTLY ix_t1 ON t1 (id);",
                "DROP INDEX CONCURRENTLY ix_t1;")
            .add("r7", "r6", "CREATE TABLE t7 ();", "DROP TABLE t7;");

    List<RunReport> reports =
        bootAtOnce(FIFTY, () -> revisions.on(db.dataSource(), PATIENT).upgrade("head"));

    assertThat(reports).hasSize(FIFTY);
    assertThat(reports).allSatisfy(report -> assertThat(report.rowsAfter()).containsExactly("r7"));
    assertThat(db.column("SELECT revision FROM migrations_history ORDER BY id"))
        .containsExactly("r1", "r2", "r3", "r4", "r5", "r6", "r7");
    assertThat(db.value("SELECT bool_and(indisvalid) FROM pg_index")).isEqualTo("t");
    assertThat(db.column("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).isEmpty();
  }

  @Test
  void fiftyInstancesThatBootAtOnceOnADatabaseThatIsBehindAllComeUp(TestDatabase db)
      throws Exception {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(2);
    revisions.on(db).upgrade("head");
    for (int i = 3; i <= 8; i++) {
      revisions.add(
          "r" + i,
          "r" + (i - 1),
          i % 2 == 0
              ? "CREATE INDEX CONCURRENTLY ix_%d ON t1 (id);".formatted(i)
              : "CREATE TABLE t%d (id bigint);".formatted(i),
          "");
    }
    try (ConnectionCount connections = ConnectionCount.of(db)) {
      List<RunReport> reports =
          bootAtOnce(FIFTY, () -> revisions.on(db.dataSource(), PATIENT).upgrade("head"));

      assertThat(reports).hasSize(FIFTY);
      assertThat(reports)
          .allSatisfy(report -> assertThat(report.rowsAfter()).containsExactly("r8"));
      assertThat(reports.stream().flatMap(report -> report.steps().stream()).toList())
          .extracting(StepReport::revision)
          .containsExactlyInAnyOrder("r3", "r4", "r5", "r6", "r7", "r8");
      // One each, and one of whoever runs revisions to look at their progress.
      assertThat(connections.most()).isLessThanOrEqualTo(FIFTY + 1);
    }
    assertThat(db.column("SELECT revision FROM migrations_history ORDER BY id"))
        .containsExactly("r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8");
    assertThat(db.value("SELECT bool_and(indisvalid) FROM pg_index")).isEqualTo("t");
    assertThat(db.column("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).isEmpty();
  }

  @Test
  void whoWaitsComesUpWithoutTheLockOnceTheDatabaseIsAtItsTarget(TestDatabase db) throws Exception {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(2);
    revisions.on(db).upgrade("r1");
    try (Connection holder = db.connect()) {
      LockHolder.holdRunLock(holder, "public");
      CompletableFuture<RunReport> waiting =
          CompletableFuture.supplyAsync(() -> revisions.on(db).upgrade("head"));
      Awaitility.await()
          .until(
              () -> db.column("SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT taken%'"),
              looks -> !looks.isEmpty());
      assertThat(waiting).isNotDone();

      holder.createStatement().execute("UPDATE migrations_revision SET revision = 'r2'");

      assertThat(waiting.get(10, TimeUnit.SECONDS).rowsAfter()).containsExactly("r2");
      assertThat(waiting.get().steps()).isEmpty();
    }
  }

  @Test
  void whoWaitsIsToldAtOnceThatAnotherInstanceWentBeyondIt(TestDatabase db) throws Exception {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(2);
    revisions.on(db).upgrade("r1");
    try (Connection holder = db.connect()) {
      LockHolder.holdRunLock(holder, "public");
      CompletableFuture<RunReport> waiting =
          CompletableFuture.supplyAsync(() -> revisions.on(db).upgrade("head"));

      holder.createStatement().execute("UPDATE migrations_revision SET revision = 'r3'");

      assertThat(waiting)
          .failsWithin(10, TimeUnit.SECONDS)
          .withThrowableThat()
          .withCauseInstanceOf(UnknownRevisionInDatabaseException.class);
    }
  }

  @Test
  void anotherInstanceTakesOverFromOneThatDies(TestDatabase db) throws Exception {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .addTables(2)
            .add("r3", "r2", "CREATE INDEX CONCURRENTLY ix ON t1 (id);", "")
            .add("r4", "r3", "CREATE TABLE t4 ();", "");
    AtomicBoolean dead = new AtomicBoolean();
    DataSource ofTheFirst =
        new DelegatingDataSource(db.dataSource()) {
          @Override
          public Connection getConnection() throws SQLException {
            if (dead.get()) {
              throw new SQLException("dead", "28000");
            }
            return super.getConnection();
          }
        };
    CompletableFuture<List<RunReport>> others = new CompletableFuture<>();
    MigrationsListener dying =
        new MigrationsListener() {
          @Override
          public void stepStarted(PlanStep step) {
            if (step.revision().equals("r3")) {
              new Thread(
                      () -> {
                        try {
                          others.complete(bootAtOnce(5, () -> revisions.on(db).upgrade("head")));
                        } catch (Exception ex) {
                          others.completeExceptionally(ex);
                        }
                      })
                  .start();
              awaitWaiting(db, 5);
              dead.set(true);
              db.execute(
                  "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted");
            }
          }
        };
    Migrations first = revisions.on(ofTheFirst, SqlRevisions.settings(), dying);

    catchThrowableOfType(RevisionFailedException.class, () -> first.upgrade("head"));

    List<RunReport> reports = others.get(30, TimeUnit.SECONDS);
    assertThat(reports).allSatisfy(report -> assertThat(report.rowsAfter()).containsExactly("r4"));
    assertThat(reports.stream().flatMap(report -> report.steps().stream()).toList())
        .extracting(StepReport::revision)
        .containsExactlyInAnyOrder("r3", "r4");
    assertThat(db.column("SELECT revision FROM migrations_history WHERE outcome = 'succeeded'"))
        .containsExactlyInAnyOrder("r1", "r2", "r3", "r4");
  }

  private static void awaitWaiting(TestDatabase db, int instances) {
    Awaitility.await()
        .until(
            () ->
                db.value(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()"),
            count -> Integer.parseInt(String.valueOf(count)) >= instances + 1);
  }

  @Test
  void aWaitThatRunsOutNamesTheHolder(TestDatabase db) throws SQLException {
    Migrations migrations =
        new SqlRevisions(directory)
            .addTables(1)
            .on(
                db.dataSource(),
                SqlRevisions.settings().withAdvisoryLockWait(Duration.ofMillis(100)));
    try (Connection holder = db.connect()) {
      holder.createStatement().execute("SET application_name = 'another-instance'");
      int pid = LockHolder.holdRunLock(holder, "public");

      AdvisoryLockException failure =
          catchThrowableOfType(AdvisoryLockException.class, () -> migrations.upgrade("head"));

      assertThat(failure.holders()).extracting(SessionInfo::pid).containsExactly(pid);
      assertThat(failure.description()).contains("pid " + pid).contains("another-instance");
      assertThat(failure.action()).contains("pg_terminate_backend(" + pid + ")");
      assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
    }
    assertThat(migrations.upgrade("head").steps()).hasSize(1);
  }

  @Test
  void rowsThatSomebodyElseMovedStopTheCommit(TestDatabase db) {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(2);
    Migrations migrations =
        revisions.on(
            db.dataSource(),
            SqlRevisions.settings(),
            new MigrationsListener() {
              @Override
              public void stepStarted(PlanStep step) {
                if (step.revision().equals("r2")) {
                  db.execute("UPDATE migrations_revision SET revision = 'elsewhere'");
                }
              }
            });

    ConcurrentRunException failure =
        catchThrowableOfType(ConcurrentRunException.class, () -> migrations.upgrade("head"));

    assertThat(failure.revision()).isEqualTo("r2");
    assertThat(failure.description()).contains("no longer [r1]");
    assertThat(db.value("SELECT to_regclass('t2')")).isNull();
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("elsewhere");
  }

  private static <T> List<T> bootAtOnce(int instances, Callable<T> boot) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(instances);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : executor.invokeAll(Collections.nCopies(instances, boot))) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t1 VALUES (7); CREATE INDEX CONCURRENTLY ix ON t1 (id); SELECT 1;",
        "CREATE INDEX CONCURRENTLY ix ON t1 (id); INSERT INTO t1 VALUES (7);",
      })
  void rowsThatSomebodyElseMovedStopTheFirstOfSeveralUnits(String upgrade, TestDatabase db) {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(1);
    revisions.on(db).upgrade("head");
    MigrationsListener other =
        new MigrationsListener() {
          @Override
          public void stepStarted(PlanStep step) {
            db.execute("UPDATE migrations_revision SET revision = 'r2'");
          }
        };
    Migrations migrations =
        revisions.add("r2", "r1", upgrade, "").on(db.dataSource(), SqlRevisions.settings(), other);

    assertThatThrownBy(() -> migrations.upgrade("head")).isInstanceOf(ConcurrentRunException.class);

    assertThat(db.column("SELECT id FROM t1")).isEmpty();
    assertThat(db.value("SELECT to_regclass('ix')")).isNull();
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
  }
}
