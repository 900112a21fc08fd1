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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgresTest
class SeveralInstancesTests {

  private static final int INSTANCES = 8;

  @TempDir Path directory;

  @Test
  void instancesThatBootAtOnceApplyEachRevisionOnce(TestDatabase db) throws Exception {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .addTables(5)
            .add(
                "r6",
                "r5",
                "CREATE INDEX CONCURRENTLY ix_t1 ON t1 (id);",
                "DROP INDEX CONCURRENTLY ix_t1;")
            .add("r7", "r6", "CREATE TABLE t7 ();", "DROP TABLE t7;");

    List<RunReport> reports = bootAtOnce(() -> revisions.on(db).upgrade("head"));

    assertThat(reports).hasSize(INSTANCES);
    assertThat(reports).allSatisfy(report -> assertThat(report.rowsAfter()).containsExactly("r7"));
    assertThat(db.column("SELECT revision FROM migrations_history ORDER BY id"))
        .containsExactly("r1", "r2", "r3", "r4", "r5", "r6", "r7");
    assertThat(db.value("SELECT bool_and(indisvalid) FROM pg_index")).isEqualTo("t");
    assertThat(db.column("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).isEmpty();
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

  private static <T> List<T> bootAtOnce(Callable<T> boot) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(INSTANCES);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : executor.invokeAll(Collections.nCopies(INSTANCES, boot))) {
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
