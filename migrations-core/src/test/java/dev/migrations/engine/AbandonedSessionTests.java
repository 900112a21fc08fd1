package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireStep;
import dev.migrations.fixture.WireStep.Kind;
import dev.migrations.fixture.WireStep.Moment;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

/** A connection that is gone for the run, while its server waits for the next statement. */
@PostgresTest
class AbandonedSessionTests {

  private static final String RUN_LOCK = AdvisoryLock.held(AdvisoryLock.key("public"));

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void someRevisions() {
    revisions =
        new SqlRevisions(directory)
            .addTables(1)
            .add("r2", "r1", "INSERT INTO t1 VALUES (2);", "")
            .add("r3", "r2", "COPY t1 FROM STDIN;\n3\n4\n\\.\n", "")
            .add("r4", "r3", "INSERT INTO t1 VALUES (5);", "");
  }

  /** What the server still has of the run. */
  private enum Left {
    NOTHING_OPEN(step -> step.kind() == Kind.SYNC && step.sql().equals("COMMIT")),
    HALF_A_BATCH(isExecuting("INSERT INTO t1 VALUES (2)")),
    HALF_A_COPY(step -> step.kind() == Kind.COPY_DATA);

    private final Predicate<WireStep> step;

    Left(Predicate<WireStep> step) {
      this.step = step;
    }
  }

  private static Predicate<WireStep> isExecuting(String sql) {
    return step -> step.kind() == Kind.EXECUTE && step.sql().strip().startsWith(sql);
  }

  @ParameterizedTest
  @EnumSource(Left.class)
  void isEndedByTheRunThatLostIt(Left left, TestDatabase db) throws Exception {
    try (TestDatabase same = db.copy();
        HeldRun run =
            HeldRun.start(
                db,
                same,
                dataSource -> revisions.on(dataSource).upgrade("head"),
                left.step,
                Moment.AFTER)) {
      int orphan = run.connection().serverPid();

      run.connection().cutClient();

      assertThat(run.awaitEnd().steps())
          .extracting(StepReport::revision)
          .containsExactly("r1", "r2", "r3", "r4");
      assertThat(db.column("SELECT 1 FROM pg_stat_activity WHERE pid = " + orphan)).isEmpty();
    }
    assertThat(db.column("SELECT revision FROM migrations_history ORDER BY id"))
        .containsExactly("r1", "r2", "r3", "r4");
    assertThat(db.column("SELECT id FROM t1 ORDER BY id")).containsExactly("2", "3", "4", "5");
    assertThat(db.column("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).isEmpty();
  }

  @Test
  void isLeftAloneWhileItIsAtWork(TestDatabase db) throws Exception {
    revisions.add("r5", "r4", "CREATE INDEX CONCURRENTLY ix ON t1 (id);", "");
    MigrationsSettings patient = SqlRevisions.settings().withLockTimeout(Duration.ofMinutes(1));
    revisions.on(db).upgrade("r4");
    try (TestDatabase same = db.copy();
        Connection reader = db.connect()) {
      LockHolder.holdTable(reader, "t1", "ROW EXCLUSIVE");
      try (HeldRun run =
          HeldRun.start(
              db,
              same,
              dataSource -> revisions.on(dataSource, patient).upgrade("head"),
              isExecuting("CREATE INDEX CONCURRENTLY"),
              Moment.DURING)) {
        int orphan = run.connection().serverPid();
        await(db, "wait_event_type = 'Lock' AND pid = " + orphan);
        String index = db.value("SELECT 'ix'::regclass::oid");

        run.connection().cutClient();
        String looksAgain = "query LIKE '%AS standby%' AND pid <> " + orphan;
        await(db, looksAgain);
        String before = db.value("SELECT clock_timestamp()");
        // Between two looks the run tries to end it.
        await(db, "%s AND query_start > '%s'".formatted(looksAgain, before));
        assertThat(run.isDone()).isFalse();
        reader.rollback();

        assertThat(run.awaitEnd().rowsAfter()).containsExactly("r5");
        assertThat(db.value("SELECT 'ix'::regclass::oid")).isEqualTo(index);
      }
    }
    assertThat(db.value("SELECT bool_and(indisvalid) FROM pg_index")).isEqualTo("t");
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
  }

  @Test
  void isEndedForNoLockOfSomebodyElse(TestDatabase db) throws SQLException {
    try (Connection own = db.connect();
        Connection other = db.connect()) {
      int pid = LockHolder.holdRunLock(other, "public");
      String now = String.valueOf(db.value("SELECT clock_timestamp()"));

      endIfWaiting(own, pid(own), now);
      assertThat(other.isValid(1)).as("the session of another process").isTrue();

      endIfWaiting(own, pid, "2020-01-01");
      assertThat(other.isValid(1)).as("one that began when ours was gone").isTrue();

      other.createStatement().execute("SELECT pg_advisory_unlock_all()");
      endIfWaiting(own, pid, now);
      assertThat(other.isValid(1)).as("one that does not have the lock any more").isTrue();

      LockHolder.holdRunLock(other, "another");
      endIfWaiting(own, pid, now);
      assertThat(other.isValid(1)).as("one that has the lock of another schema").isTrue();

      LockHolder.holdRunLock(other, "public");
      endIfWaiting(own, pid, now);
      assertThat(other.isValid(1)).as("ours").isFalse();
    }
  }

  private static void endIfWaiting(Connection connection, int backend, String since)
      throws SQLException {
    new AbandonedSession(connection, new HeldLock(backend, since)).endIfWaiting(RUN_LOCK);
  }

  private static int pid(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  private static void await(TestDatabase db, String session) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () ->
                db.value(
                    "SELECT count(*) > 0 FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database() AND "
                        + session),
            "t"::equals);
  }
}
