package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.RestartablePostgres;
import dev.migrations.fixture.RestartablePostgres.StopMode;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireStep;
import dev.migrations.fixture.WireStep.Kind;
import dev.migrations.fixture.WireStep.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A server that is stopped in the middle of a run and started again. It is made from the binaries
 * from Maven, whatever the other tests run on; without them the tests are skipped.
 */
class ServerRestartTests {

  private static final MigrationsSettings PATIENT =
      SqlRevisions.settings().withLockTimeout(Duration.ofMinutes(1));

  @TempDir private static Path data;

  private static @Nullable RestartablePostgres postgres;

  @TempDir Path directory;
  private final CountDownLatch knocked = new CountDownLatch(1);
  private SqlRevisions revisions;

  @BeforeAll
  static void start() throws IOException {
    try {
      postgres = RestartablePostgres.start(data);
    } catch (IllegalStateException missing) {
      Assumptions.abort("No binaries of PostgreSQL from Maven for this machine: " + missing);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @BeforeEach
  void aRevisionOfThreeUnitsBetweenOthers() {
    revisions =
        new SqlRevisions(directory)
            .addTables(1)
            .add(
                "r2",
                "r1",
                """
                INSERT INTO t1 VALUES (1);
                CREATE INDEX CONCURRENTLY ix ON t1 (id);
                INSERT INTO t1 VALUES (2); INSERT INTO t1 VALUES (3);""",
                "")
            .add("r3", "r2", "INSERT INTO t1 VALUES (4);", "");
  }

  @ParameterizedTest
  @EnumSource
  void betweenTwoUnits(StopMode mode) throws Exception {
    isGoneOnWith(
        mode,
        step -> step.kind() == Kind.EXECUTE && step.sql().contains("index_name"),
        Moment.BEFORE);
  }

  @ParameterizedTest
  @EnumSource
  void inATransaction(StopMode mode) throws Exception {
    isGoneOnWith(mode, isExecuting("INSERT INTO t1 VALUES (2)"), Moment.AFTER);
  }

  @ParameterizedTest
  @EnumSource
  void betweenACommitAndItsAnswer(StopMode mode) throws Exception {
    isGoneOnWith(mode, isExecuting("COMMIT"), Moment.AFTER);
  }

  private void isGoneOnWith(StopMode mode, Predicate<WireStep> step, Moment moment)
      throws Exception {
    try (TestDatabase db = atR1();
        HeldRun run = start(db, step, moment)) {
      restart(mode, run);
      assertThatAllIsDoneOnce(db, run);
    }
  }

  @ParameterizedTest
  @EnumSource
  void inAConcurrentIndexBuild(StopMode mode) throws Exception {
    try (TestDatabase db = atR1();
        Connection writer = db.connect()) {
      LockHolder.holdTable(writer, "t1", "ROW EXCLUSIVE");
      try (HeldRun run = start(db, isExecuting("CREATE INDEX CONCURRENTLY"), Moment.DURING)) {
        Awaitility.await()
            .until(
                () -> db.column("SELECT 1 FROM pg_index WHERE NOT indisvalid"),
                index -> !index.isEmpty());
        restart(mode, run);
        assertThatAllIsDoneOnce(db, run);
      }
    }
  }

  private TestDatabase atR1() {
    TestDatabase db = postgres.createDatabase();
    revisions.on(db).upgrade("r1");
    return db;
  }

  private HeldRun start(TestDatabase db, Predicate<WireStep> step, Moment moment) throws Exception {
    try (TestDatabase same = atR1()) {
      return HeldRun.start(
          db,
          same,
          dataSource -> revisions.on(new KnockedAt(dataSource, knocked), PATIENT).upgrade("head"),
          step,
          moment);
    }
  }

  private void restart(StopMode mode, HeldRun run) throws InterruptedException {
    postgres.stop(mode);
    try {
      run.connection().releaseEnded();
      assertThat(knocked.await(30, TimeUnit.SECONDS)).as("tries while the server is down").isTrue();
    } finally {
      postgres.startAgain();
    }
  }

  private static void assertThatAllIsDoneOnce(TestDatabase db, HeldRun run) throws Exception {
    assertThat(run.awaitEnd().steps()).extracting(StepReport::revision).containsExactly("r2", "r3");
    assertThat(db.column("SELECT revision || ' ' || outcome FROM migrations_history ORDER BY id"))
        .containsExactly("r1 succeeded", "r2 succeeded", "r3 succeeded");
    assertThat(db.column("SELECT id FROM t1 ORDER BY id")).containsExactly("1", "2", "3", "4");
    assertThat(db.value("SELECT bool_and(indisvalid) FROM pg_index")).isEqualTo("t");
    assertThat(db.column("SELECT relname FROM pg_class WHERE relname LIKE 'ix%'"))
        .containsExactly("ix");
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
    assertThat(db.column("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).isEmpty();
  }

  private static Predicate<WireStep> isExecuting(String sql) {
    return step -> step.kind() == Kind.EXECUTE && step.sql().strip().startsWith(sql);
  }

  /** Tells when it was refused a connection. */
  private static final class KnockedAt extends DelegatingDataSource {

    private final CountDownLatch refused;

    KnockedAt(DataSource target, CountDownLatch refused) {
      super(target);
      this.refused = refused;
    }

    @Override
    public Connection getConnection() throws SQLException {
      try {
        return super.getConnection();
      } catch (SQLException ex) {
        refused.countDown();
        throw ex;
      }
    }
  }
}
