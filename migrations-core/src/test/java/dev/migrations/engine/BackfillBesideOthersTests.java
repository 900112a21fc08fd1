package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrations.Operations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches beside other sessions. */
@PostgresTest
class BackfillBesideOthersTests {

  @BeforeEach
  void aHundredRows(TestDatabase db) {
    db.execute("CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL DEFAULT 0)");
    db.execute("INSERT INTO t SELECT generate_series(1, 100)");
    db.execute("ANALYZE t");
  }

  private static Consumer<Operations> countUp(
      UnaryOperator<dev.migrations.operation.Backfill.Builder> how) {
    return op -> how.apply(op.backfill("t").set("n", "n + 1").batchSize(10)).reversedByNothing();
  }

  private static Connection lockRow(TestDatabase db, int id) throws SQLException {
    Connection other = db.connect();
    other.setAutoCommit(false);
    try (Statement statement = other.createStatement()) {
      statement.execute("UPDATE t SET n = n WHERE id = " + id);
    }
    return other;
  }

  /** The settings of the test give a lock 200 ms and three attempts. */
  @Test
  void aBatchThatMeetsALockGivesWayAndIsTriedAgain(TestDatabase db) throws Exception {
    try (Connection other = lockRow(db, 35)) {
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(
              () -> Backfills.on(db, countUp(backfill -> backfill)).upgrade("head"));
      String waits =
          "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'";
      await().until(() -> db.value(waits), "1"::equals);
      // The rows of its own batch are free again while it pauses.
      await().until(() -> db.value(waits), "0"::equals);
      assertThat(db.value("SELECT sum(n) FROM t")).isEqualTo("30");
      other.rollback();

      run.get();
    }
    assertThat(db.column("SELECT DISTINCT n FROM t")).containsExactly("1");
  }

  @Test
  void whatAnotherSessionCommitsWhileABatchWaitsForItsRowIsKept(TestDatabase db) throws Exception {
    try (Connection other = lockRow(db, 35);
        Statement statement = other.createStatement()) {
      statement.execute("UPDATE t SET n = 100 WHERE id = 35");
      Migrations migrations =
          new Migrations(
              db.dataSource(),
              Backfills.scripts(countUp(backfill -> backfill)),
              SqlRevisions.settings().withLockTimeout(Duration.ZERO),
              List.of());
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(() -> migrations.upgrade("head"));
      await()
          .until(
              () ->
                  db.value(
                      "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'"),
              "1"::equals);

      other.commit();
      run.get();
    }
    assertThat(db.value("SELECT n FROM t WHERE id = 35")).isEqualTo("101");
    assertThat(db.value("SELECT sum(n) FROM t")).isEqualTo("200");
  }

  @Test
  void aLockThatStaysEndsTheRunBehindTheBatchesBeforeIt(TestDatabase db) throws Exception {
    try (Connection other = lockRow(db, 35)) {
      RevisionFailedException failure =
          org.assertj.core.api.Assertions.catchThrowableOfType(
              RevisionFailedException.class,
              () -> Backfills.on(db, countUp(backfill -> backfill)).upgrade("head"));

      assertThat(failure.action()).contains("tried 3 times").contains("30 rows up to {\"id\": 30}");
      other.rollback();
    }
    Backfills.on(db, countUp(backfill -> backfill)).upgrade("head");
    assertThat(db.column("SELECT DISTINCT n FROM t")).containsExactly("1");
  }

  @Test
  void rowsOfBatchesThatAreDoneAreFreeForOthers(TestDatabase db) throws Exception {
    try (Connection other = db.connect();
        Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(7)");
      db.execute(
          """
          CREATE FUNCTION halt() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            PERFORM pg_advisory_xact_lock(7);
            RETURN NEW;
          END $$""");
      db.execute(
          "CREATE TRIGGER halt BEFORE UPDATE OF n ON t FOR EACH ROW WHEN (NEW.id = 55 AND NEW.n = 1)"
              + " EXECUTE FUNCTION halt()");
      // The batch with row 55 waits without a limit.
      Migrations migrations =
          new Migrations(
              db.dataSource(),
              Backfills.scripts(countUp(backfill -> backfill)),
              SqlRevisions.settings().withLockTimeout(Duration.ZERO),
              List.of());
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(() -> migrations.upgrade("head"));
      await()
          .until(
              () ->
                  db.value(
                      "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"),
              "1"::equals);

      assertThat(db.column("SELECT DISTINCT mode FROM pg_locks WHERE relation = 't'::regclass"))
          .isSubsetOf("AccessShareLock", "RowExclusiveLock");
      statement.execute("SET lock_timeout = '100ms'");
      // Behind, ahead, and a new row: all but the rows of this batch.
      assertThat(statement.executeUpdate("UPDATE t SET n = n + 100 WHERE id <= 50 OR id > 60"))
          .isEqualTo(90);
      statement.execute("INSERT INTO t VALUES (101)");
      statement.execute("SELECT pg_advisory_unlock(7)");
      run.get();
    }
    assertThat(db.column("SELECT DISTINCT n % 100 FROM t")).containsExactly("1");
    assertThat(db.value("SELECT sum(n) FROM t")).isEqualTo("9101");
  }

  @Test
  void aTransactionThatIsOpenForTooLongIsWaitedForAndNamed(TestDatabase db) throws Exception {
    ProgressKeeper keeper = new ProgressKeeper();
    try (Connection other = db.connect();
        Statement statement = other.createStatement()) {
      statement.execute("SET application_name = 'nightly report'");
      other.setAutoCommit(false);
      statement.execute("SELECT count(*) FROM t");
      Migrations migrations =
          Backfills.on(
              db.dataSource(),
              countUp(backfill -> backfill.maxTransactionAge(Duration.ofMillis(1))),
              keeper);
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(() -> migrations.upgrade("head"));

      await()
          .untilAsserted(
              () ->
                  assertThat(keeper.heard())
                      .anySatisfy(
                          progress ->
                              assertThat(progress.text())
                                  .contains("in batches, 0 % (0 of 100 rows)")
                                  .contains("waits for the end of a transaction")
                                  .contains("nightly report")));
      assertThat(db.value("SELECT sum(n) FROM t")).isEqualTo("0");
      assertThat(run).isNotDone();
      other.rollback();

      run.get();
    }
    assertThat(db.column("SELECT DISTINCT n FROM t")).containsExactly("1");
  }

  @Test
  void replicasThatAreNotThereAreNotWaitedFor(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      assertThat(Replica.all(connection)).isEmpty();
    }

    Backfills.on(db, countUp(backfill -> backfill.maxReplicaLag(Duration.ofMillis(1))))
        .upgrade("head");

    assertThat(db.column("SELECT DISTINCT n FROM t")).containsExactly("1");
  }
}
