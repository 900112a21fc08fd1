package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class UpgradeTests {

  @TempDir Path directory;

  @Test
  void anEmptyDatabaseIsBroughtToHead(TestDatabase db) {
    Migrations migrations = new SqlRevisions(directory).addTables(3).on(db);

    RunReport report = migrations.upgrade("head");

    assertThat(report.rowsBefore()).isEmpty();
    assertThat(report.rowsAfter()).containsExactly("r3");
    assertThat(report.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(report.steps()).extracting(StepReport::revision).containsExactly("r1", "r2", "r3");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r3");
    assertThat(db.value("SELECT to_regclass('t3')")).isEqualTo("t3");
    assertThat(migrations.lastRun()).contains(report);
  }

  @Test
  void theHistoryTellsWhatWasDoneWhenAndByWhom(TestDatabase db) {
    Migrations migrations = new SqlRevisions(directory).addTables(2).on(db);
    migrations.upgrade("head");
    migrations.downgrade("r1");

    assertThat(migrations.overview().history())
        .extracting(HistoryEntry::event, HistoryEntry::revision)
        .containsExactly(
            tuple(HistoryEvent.DOWNGRADE, "r2"),
            tuple(HistoryEvent.UPGRADE, "r2"),
            tuple(HistoryEvent.UPGRADE, "r1"));
    HistoryEntry newest = migrations.overview().history().get(0);
    assertThat(newest.message()).isEqualTo("Revision r2");
    assertThat(newest.databaseUser()).isEqualTo(db.user());
    assertThat(newest.application()).isEqualTo("orders");
    assertThat(newest.applicationVersion()).isEqualTo("1.2.3");
    assertThat(newest.host()).isNotBlank();
    assertThat(newest.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(newest.error()).isNull();
    assertThat(newest.startedAt())
        .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600));
    assertThat(
            db.column(
                "SELECT rows_before || '>' || rows_after::text FROM (SELECT rows_before::text, rows_after FROM migrations_history ORDER BY id) h"))
        .containsExactly("{}>{r1}", "{r1}>{r2}", "{r2}>{r1}");
  }

  @Test
  void aSecondUpgradeHasNothingToDo(TestDatabase db) {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(2);
    revisions.on(db).upgrade("head");

    RunReport again = revisions.on(db).upgrade("head");

    assertThat(again.steps()).isEmpty();
    assertThat(again.rowsAfter()).containsExactly("r2");
    assertThat(db.value("SELECT count(*) FROM migrations_history")).isEqualTo("2");
  }

  @Test
  void aRevisionThatCameLaterIsAppliedOnTheNextBoot(TestDatabase db) {
    new SqlRevisions(directory).addTables(1).on(db).upgrade("head");

    RunReport report = new SqlRevisions(directory).addTables(3).on(db).upgrade("head");

    assertThat(report.rowsBefore()).containsExactly("r1");
    assertThat(report.steps()).extracting(StepReport::revision).containsExactly("r2", "r3");
  }

  @Test
  void branchesAreAppliedAndMergedAndTakenBack(TestDatabase db) {
    Migrations migrations =
        new SqlRevisions(directory)
            .addTables(1)
            .add("left", "r1", "CREATE TABLE l ();", "DROP TABLE l;")
            .add("right", "r1", "CREATE TABLE r ();", "DROP TABLE r;")
            .add("merge", "left, right", "", "")
            .on(db);

    migrations.upgrade("head");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("merge");

    migrations.downgrade("-1");
    assertThat(db.column("SELECT revision FROM migrations_revision ORDER BY 1"))
        .containsExactly("left", "right");

    migrations.downgrade("base");
    assertThat(db.column("SELECT revision FROM migrations_revision")).isEmpty();
    assertThat(db.value("SELECT to_regclass('t1')")).isNull();
  }

  @Test
  void severalHeadsAreRefusedForHeadAndAcceptedForHeads(TestDatabase db) {
    Migrations migrations =
        new SqlRevisions(directory)
            .addTables(1)
            .add("left", "r1", "CREATE TABLE l ();", "DROP TABLE l;")
            .add("right", "r1", "CREATE TABLE r ();", "DROP TABLE r;")
            .on(db);

    assertThatThrownBy(() -> migrations.upgrade("head"))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("left")
        .hasMessageContaining("right");
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();

    assertThat(migrations.upgrade("heads").rowsAfter()).containsExactly("left", "right");
  }

  @Test
  void theTablesLiveInTheConfiguredSchemaWhichIsCreated(TestDatabase db) {
    MigrationsSettings settings = SqlRevisions.settings().withSchema("bookkeeping");
    Migrations migrations = new SqlRevisions(directory).addTables(1).on(db.dataSource(), settings);

    migrations.upgrade("head");
    migrations.upgrade("head");

    assertThat(db.column("SELECT revision FROM bookkeeping.migrations_revision"))
        .containsExactly("r1");
    assertThat(db.value("SELECT to_regclass('public.migrations_revision')")).isNull();
    assertThat(db.value("SELECT to_regclass('public.t1')")).isEqualTo("t1");
  }

  @Test
  void tablesInASchemaBehindTheCurrentOneAreNotTaken(TestDatabase db) {
    new SqlRevisions(directory).addTables(1).on(db).upgrade("head");
    db.execute("CREATE SCHEMA tenant");
    db.execute("ALTER DATABASE " + db.name() + " SET search_path = tenant, public");

    RunReport report = new SqlRevisions(directory).addTables(1).on(db).upgrade("head");

    assertThat(report.steps()).hasSize(1);
    assertThat(db.column("SELECT revision FROM tenant.migrations_revision")).containsExactly("r1");
    assertThat(new SqlRevisions(directory).addTables(1).on(db).upgrade("head").steps()).isEmpty();
  }

  @Test
  void otherUsersMayNotReadTheTables(TestDatabase db) {
    db.execute("ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC");

    new SqlRevisions(directory).addTables(1).on(db).upgrade("head");

    assertThat(
            db.column(
                "SELECT grantee FROM information_schema.role_table_grants"
                    + " WHERE table_name LIKE 'migrations\\_%' AND grantee = 'PUBLIC'"))
        .isEmpty();
  }

  @Test
  void idsAndMessagesMayHoldAnyCharacter(TestDatabase db) {
    String id = "r'1\\\"é";
    new SqlRevisions(directory)
        .write(
            "strange",
            "-- revision: " + id + "\n-- message: It's \\ a \"test\"\n-- upgrade\nSELECT 1;\n")
        .on(db)
        .upgrade("head");

    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly(id);
    assertThat(db.value("SELECT message FROM migrations_history")).isEqualTo("It's \\ a \"test\"");
  }

  @Test
  void aQueryIsRunToItsLastRow(TestDatabase db) {
    new SqlRevisions(directory)
        .add(
            "r1",
            "",
            "CREATE SEQUENCE s;\n"
                + "SELECT nextval('s') FROM generate_series(1, 2500);\n"
                + "WITH many AS (SELECT nextval('s') FROM generate_series(1, 2500)) TABLE many;\n"
                + "CREATE TABLE t AS SELECT last_value FROM s;",
            "DROP TABLE t; DROP SEQUENCE s;")
        .on(db)
        .upgrade("head");

    assertThat(db.value("SELECT last_value FROM t")).isEqualTo("5000");
  }

  @Test
  void rowsAreTheSameHoweverTheServerSortsThem(TestDatabase db) {
    Migrations migrations =
        new SqlRevisions(directory)
            .add("\uFF21", "", "CREATE TABLE a ();", "DROP TABLE a;")
            .add("\uD83D\uDE00", "", "CREATE TABLE b ();", "DROP TABLE b;")
            .add("r3", "\uFF21, \uD83D\uDE00", "CREATE TABLE c ();", "DROP TABLE c;")
            .on(db);

    migrations.upgrade("head");

    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r3");
  }

  @Test
  void aSchemaMayHaveAnyName(TestDatabase db) {
    MigrationsSettings settings = SqlRevisions.settings().withSchema("My.\"odd\" {fn} sch'ema");
    Migrations migrations = new SqlRevisions(directory).addTables(2).on(db.dataSource(), settings);

    migrations.upgrade("head");
    migrations.downgrade("r1");

    assertThat(migrations.status().current()).containsExactly("r1");
  }

  @Test
  void aListenerThatFailsAtTheEndDoesNotHideWhyTheRunFailed(TestDatabase db) {
    MigrationsListener listener =
        new MigrationsListener() {
          @Override
          public void runFinished(RunReport report) {
            throw new IllegalStateException("the listener");
          }
        };
    Migrations migrations =
        new SqlRevisions(directory)
            .add("r1", "", "SELECT 1 / 0;", "")
            .on(db.dataSource(), SqlRevisions.settings(), listener);

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

    assertThat(failure.getSuppressed()).extracting(Throwable::getMessage).contains("the listener");
  }
}
