package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.migrations.Operations;
import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches that stopped half way. */
@PostgresTest
class BackfillResumeTests {

  @BeforeEach
  void tenThousandRows(TestDatabase db) {
    db.execute("CREATE TABLE t (id int PRIMARY KEY, source text, n int NOT NULL DEFAULT 0)");
    db.execute("INSERT INTO t SELECT i * 3, '1' FROM generate_series(1, 10000) AS i");
  }

  private static Consumer<Operations> addSource(String expression) {
    return op ->
        op.backfill("t").set("n", "n + " + expression).batchSize(1_000).reversedByNothing();
  }

  private static RevisionFailedException stopAtABadRow(TestDatabase db) {
    db.execute("UPDATE t SET source = 'bad' WHERE id = 16500");
    return catchThrowableOfType(
        RevisionFailedException.class,
        () -> Backfills.on(db, addSource("source::int")).upgrade("head"));
  }

  @Test
  void aFailureKeepsTheBatchesBeforeItAndSaysSo(TestDatabase db) {
    RevisionFailedException failure = stopAtABadRow(db);

    assertThat(failure.description()).contains("invalid input syntax for type integer: \"bad\"");
    assertThat(failure.statement()).startsWith("UPDATE t SET n = ");
    assertThat(failure.action()).contains("5000 rows up to {\"id\": 15000}");
    assertThat(db.value("SELECT count(*) FROM t WHERE n = 1")).isEqualTo("5000");
    assertThat(db.value("SELECT max(id) FROM t WHERE n = 1")).isEqualTo("15000");
    assertThat(db.value("SELECT position::text || ' ' || rows_done FROM migrations_journal"))
        .isEqualTo("{\"id\": 15000} 5000");
  }

  @Test
  void theNextRunGoesOnRightBehindTheLastBatch(TestDatabase db) {
    stopAtABadRow(db);
    db.execute("UPDATE t SET source = '1' WHERE id = 16500");

    Backfills.on(db, addSource("source::int")).upgrade("head");

    assertThat(db.column("SELECT DISTINCT n FROM t")).containsExactly("1");
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
  }

  @Test
  void whatIsSetMayBeCorrectedForTheRowsThatAreLeft(TestDatabase db) {
    stopAtABadRow(db);

    Backfills.on(db, addSource("2")).upgrade("head");

    assertThat(db.value("SELECT bool_and(n = CASE WHEN id <= 15000 THEN 1 ELSE 2 END) FROM t"))
        .isEqualTo("t");
  }

  @Test
  void batchesOfAnotherTableAreRefused(TestDatabase db) {
    stopAtABadRow(db);
    db.execute("CREATE TABLE other (id int PRIMARY KEY)");

    RevisionUnderWayException failure =
        catchThrowableOfType(
            RevisionUnderWayException.class,
            () ->
                Backfills.on(db, op -> op.backfill("other").delete().reversedByNothing())
                    .upgrade("head"));

    assertThat(failure.description()).contains("{\"id\": 15000}").contains("table or key");
    assertThat(db.value("SELECT count(*) FROM t WHERE n = 1")).isEqualTo("5000");
  }

  @Test
  void aBackendThatIsKilledLosesItsBatchOnly(TestDatabase db) throws Exception {
    db.execute(
        """
        CREATE FUNCTION slow(int) RETURNS int LANGUAGE plpgsql AS $$
        BEGIN
          IF $1 = 21000 THEN PERFORM pg_sleep(60); END IF;
          RETURN 1;
        END $$""");
    CompletableFuture<MigrationsException> run =
        CompletableFuture.supplyAsync(
            () ->
                catchThrowableOfType(
                    MigrationsException.class,
                    () -> Backfills.on(db, addSource("slow(id)")).upgrade("head")));
    String sleeping =
        "FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";
    await().until(() -> db.value("SELECT count(*) " + sleeping), "1"::equals);

    db.execute("SELECT pg_terminate_backend(pid) " + sleeping);

    assertThat(run.get().action()).contains("nobody here knows");
    assertThat(db.value("SELECT max(id) FROM t WHERE n = 1")).isEqualTo("18000");
    assertThat(db.value("SELECT position ->> 'id' FROM migrations_journal")).isEqualTo("18000");

    db.execute("CREATE OR REPLACE FUNCTION slow(int) RETURNS int LANGUAGE sql AS 'SELECT 1'");
    Backfills.on(db, addSource("slow(id)")).upgrade("head");

    assertThat(db.column("SELECT DISTINCT n FROM t")).containsExactly("1");
  }

  @Test
  void aRunWhoseBackendIsKilledGoesOnBehindTheLastBatch(TestDatabase db) throws Exception {
    db.execute(
        """
        CREATE TABLE changed (id int);
        CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN INSERT INTO changed VALUES (NEW.id); RETURN NEW; END';
        CREATE TRIGGER note BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION note();
        CREATE FUNCTION slow(int) RETURNS int LANGUAGE plpgsql AS $$
        BEGIN
          IF $1 = 21000 THEN PERFORM pg_sleep(60); END IF;
          RETURN 1;
        END $$""");
    Migrations migrations =
        new Migrations(
            db.dataSource(),
            Backfills.scripts(addSource("slow(id)")),
            SqlRevisions.settings(),
            List.of());
    CompletableFuture<RunReport> run =
        CompletableFuture.supplyAsync(() -> migrations.upgrade("head"));
    String sleeping =
        "FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";
    await().until(() -> db.value("SELECT count(*) " + sleeping), "1"::equals);
    db.execute("CREATE OR REPLACE FUNCTION slow(int) RETURNS int LANGUAGE sql AS 'SELECT 1'");

    db.execute("SELECT pg_terminate_backend(pid) " + sleeping);

    assertThat(run.get(30, TimeUnit.SECONDS).steps()).hasSize(1);
    assertThat(db.column("SELECT DISTINCT n FROM t")).containsExactly("1");
    assertThat(db.value("SELECT count(*) - count(DISTINCT id) FROM changed")).isEqualTo("0");
  }

  @Test
  void rowsThatSomebodyElseMovedStopTheNextBatch(TestDatabase db) {
    db.execute(
        """
        CREATE FUNCTION elsewhere() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO migrations_revision VALUES ('elsewhere');
          RETURN NEW;
        END $$""");
    db.execute(
        "CREATE TRIGGER elsewhere BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.id = 6000)"
            + " EXECUTE FUNCTION elsewhere()");

    ConcurrentRunException failure =
        catchThrowableOfType(
            ConcurrentRunException.class, () -> Backfills.on(db, addSource("1")).upgrade("head"));

    assertThat(failure.revision()).isEqualTo("b1");
    assertThat(db.value("SELECT count(*) FROM t WHERE n = 1")).isEqualTo("2000");
  }

  @Test
  void twoThatDoTheSameBatchesDoNotDoOneTwice(TestDatabase db) {
    db.execute(
        """
        CREATE FUNCTION move() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE migrations_journal SET position = '{"id": 9000}';
          RETURN NULL;
        END $$""");
    stopAtABadRow(db);
    db.execute("UPDATE t SET source = '1'");
    db.execute(
        "CREATE TRIGGER move AFTER UPDATE OF rows_done ON migrations_journal"
            + " FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION move()");

    ConcurrentRunException failure =
        catchThrowableOfType(
            ConcurrentRunException.class,
            () -> Backfills.on(db, addSource("source::int")).upgrade("head"));

    assertThat(failure).isNotNull();
    assertThat(db.value("SELECT count(*) FROM t WHERE n = 1")).isEqualTo("6000");
    assertThat(db.value("SELECT max(n) FROM t")).isEqualTo("1");
  }
}
