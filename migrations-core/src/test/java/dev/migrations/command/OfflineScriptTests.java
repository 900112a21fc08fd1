package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.engine.AdvisoryLockException;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.NotScriptableException;
import dev.migrations.engine.RevisionUnderWay;
import dev.migrations.engine.SqlRevisions;
import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.UnknownRevisionException;
import dev.migrations.operation.Catalog;
import dev.migrations.sql.SqlSplitter;
import dev.migrations.sql.SqlStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script leaves what a run leaves. */
@PostgresTest
class OfflineScriptTests {

  private static final String HISTORY =
      """
      SELECT concat_ws('|', event, revision, message, rows_before, rows_after, database_user,
        application, application_version, checksum, outcome, error)
      FROM migrations_history ORDER BY id""";

  @TempDir Path directory;
  @TempDir Path scripts;
  private TestDatabase upgradedByRunner;

  @BeforeEach
  void createDatabase() {
    upgradedByRunner = PostgresServer.shared().createDatabase();
  }

  @AfterEach
  void dropDatabase() {
    upgradedByRunner.close();
  }

  @Test
  void psqlLeavesWhatTheRunnerLeaves(TestDatabase db) throws IOException {
    assumeTrue(Scripts.psqlIsThere(), "psql is not installed");
    Commands offline = new Commands(VariedRevisions.on(db, directory));
    VariedRevisions.on(upgradedByRunner, directory).upgrade("heads");

    Scripts.Result upgrade = Scripts.psql(offline.upgradeSql("heads", major(db)), db, scripts);

    assertThat(upgrade.exitCode()).as(upgrade.output()).isZero();
    assertSame(db, upgradedByRunner);

    VariedRevisions.on(upgradedByRunner, directory).downgrade("r1");
    Scripts.Result downgrade =
        Scripts.psql(offline.downgradeSql("heads:r1", major(db)), db, scripts);

    assertThat(downgrade.exitCode()).as(downgrade.output()).isZero();
    assertSame(db, upgradedByRunner);
  }

  @Test
  void jdbcLeavesWhatTheRunnerLeaves(TestDatabase db) throws SQLException {
    Commands offline = new Commands(VariedRevisions.on(db, directory));
    Migrations runner = VariedRevisions.on(upgradedByRunner, directory);
    runner.upgrade("t4");

    Scripts.execute(offline.upgradeSql(":t4", major(db)), db);
    assertSame(db, upgradedByRunner);

    runner.upgrade("+2");
    Scripts.execute(offline.upgradeSql("t4:+2", major(db)), db);
    assertSame(db, upgradedByRunner);

    runner.downgrade("base");
    Scripts.execute(offline.downgradeSql("head:base", major(db)), db);
    assertSame(db, upgradedByRunner);
    assertThat(rows(db)).isEmpty();
  }

  private static void assertSame(TestDatabase db, TestDatabase other) {
    assertThat(Catalog.of(db)).isNotEmpty().isEqualTo(Catalog.of(other));
    assertThat(rows(db)).isEqualTo(rows(other));
    assertThat(db.column(HISTORY)).isEqualTo(other.column(HISTORY));
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
    assertThat(privileges(db)).isEqualTo(privileges(other));
  }

  private static List<String> privileges(TestDatabase db) {
    return List.copyOf(
        db.column(
            "SELECT relname || ' ' || coalesce(relacl::text, '') FROM pg_class"
                + " WHERE relname LIKE 'migrations%' ORDER BY 1"));
  }

  @Test
  void theApplicationFindsNothingLeftToDo(TestDatabase db) throws SQLException {
    Migrations migrations = VariedRevisions.on(db, directory);

    Scripts.execute(migrations.upgradeSql("heads", major(db)), db);

    assertThat(migrations.check()).isEmpty();
    assertThat(migrations.upgrade("heads").steps()).isEmpty();
  }

  @Test
  void theTablesGoToTheSchemaThatIsSet(TestDatabase db) throws SQLException {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(1);
    Migrations migrations =
        revisions.on(db.dataSource(), SqlRevisions.settings().withSchema("Book keeping"));

    Scripts.execute(migrations.upgradeSql("head", major(db)), db);

    assertThat(db.column("SELECT revision FROM \"Book keeping\".migrations_revision"))
        .containsExactly("r1");
    assertThat(migrations.status().isAtHead()).isTrue();
  }

  @Test
  void theSessionIsLeftAsItWasFound(TestDatabase db) throws SQLException {
    String script = VariedRevisions.on(db, directory).upgradeSql("heads", major(db));
    String settings =
        "SELECT concat_ws(' ', current_setting('search_path'), current_setting('lock_timeout'),"
            + " current_setting('statement_timeout'), (SELECT count(*) FROM pg_locks"
            + " WHERE locktype = 'advisory' AND pid = pg_backend_pid()))";
    db.execute(
        "CREATE TABLE seen (before text, after text);" + "INSERT INTO seen (before) " + settings);

    Scripts.execute(script + "UPDATE public.seen SET after = (" + settings + ");", db);

    assertThat(db.value("SELECT before = after FROM seen")).isEqualTo("t");
  }

  @Test
  void aDatabaseThatIsElsewhereIsRefused(TestDatabase db) {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(3);
    revisions.on(db).upgrade("r2");
    String script = revisions.on(db).upgradeSql("r1:head", major(db));

    assertThatThrownBy(() -> Scripts.execute(script, db))
        .hasMessageContaining("The database is at r2, and this script starts at r1");
    assertThat(rows(db)).containsExactly("r2");
  }

  @Test
  void evenWithoutTheFirstLookNothingIsAppliedTwice(TestDatabase db) {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(2);
    String script = revisions.on(db).upgradeSql("r1:head", major(db));
    revisions.on(db).upgrade("head");
    db.execute("DROP TABLE t2");
    String withoutFirstLook =
        SqlSplitter.split(script).stream()
            .map(SqlStatement::text)
            .filter(statement -> !statement.contains("this script starts at"))
            .collect(Collectors.joining(";\n"));

    assertThatThrownBy(() -> Scripts.execute(withoutFirstLook, db)).hasMessageContaining("outcome");
    assertThat(db.value("SELECT to_regclass('t2')")).isNull();
  }

  @Test
  void whileAnotherSessionRunsRevisionsItIsRefused(TestDatabase db) throws SQLException {
    String script = new SqlRevisions(directory).addTables(1).on(db).upgradeSql("head", major(db));
    String lockAlone = script.substring(0, script.indexOf("CREATE TABLE"));
    try (Connection other = db.connect();
        Statement statement = other.createStatement()) {
      statement.execute(lockAlone);

      assertThatThrownBy(() -> Scripts.execute(script, db))
          .hasMessageContaining("Another session is running revisions");
    }
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
  }

  @Test
  void theLockIsThatOfTheRunner(TestDatabase db) throws SQLException {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(1);
    String script = revisions.on(db).upgradeSql("head", major(db));
    String lockAlone = script.substring(0, script.indexOf("CREATE TABLE"));
    try (Connection other = db.connect();
        Statement statement = other.createStatement()) {
      statement.execute(lockAlone);

      assertThatThrownBy(
              () ->
                  revisions
                      .on(
                          db.dataSource(),
                          SqlRevisions.settings().withAdvisoryLockWait(Duration.ofMillis(50)))
                      .upgrade("head"))
          .isInstanceOf(AdvisoryLockException.class);
    }
  }

  @Test
  void theApplicationGoesOnWhereAScriptStopped(TestDatabase db) throws SQLException {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .add(
                "r1",
                "",
                "CREATE TABLE t (a int);\nINSERT INTO t VALUES (1), (1);",
                "DROP TABLE t;")
            .add(
                "r2",
                "r1",
                "ALTER TABLE t ADD b int;\nCREATE UNIQUE INDEX CONCURRENTLY i ON t (a);",
                "DROP INDEX CONCURRENTLY i;\nALTER TABLE t DROP b;");
    Migrations migrations = revisions.on(db);

    assertThatThrownBy(() -> Scripts.execute(migrations.upgradeSql("head", major(db)), db))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("could not create unique index");
    assertThat(migrations.status().underWay())
        .extracting(RevisionUnderWay::revision)
        .containsExactly("r2");
    assertThatThrownBy(() -> Scripts.execute(migrations.upgradeSql("r1:head", major(db)), db))
        .hasMessageContaining("Revision r2 is half done");

    db.execute("DELETE FROM t");
    migrations.upgrade("head");

    assertThat(migrations.check()).isEmpty();
    assertThat(db.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
        .isEqualTo("t");
  }

  @Test
  void aScriptForALaterServerIsRefused(TestDatabase db) {
    String script = new SqlRevisions(directory).addTables(1).on(db).upgradeSql("head", 99);

    assertThatThrownBy(() -> Scripts.execute(script, db))
        .hasMessageContaining("This script is for PostgreSQL 99 and later");
  }

  @Test
  void codeIsRefusedNamingEveryRevisionThatHasSome(TestDatabase db) {
    @Revision(id = "w7", down = "v6", message = "Fill")
    class Fill implements Migration {
      @Override
      public void upgrade(Operations op) {
        op.run("double the notes", connection -> {});
        op.run("halve them", connection -> {});
      }

      @Override
      public void downgrade(Operations op) {}
    }
    Commands commands = new Commands(VariedRevisions.on(db, directory, new Fill()));

    NotScriptableException failure =
        catchThrowableOfType(
            NotScriptableException.class, () -> commands.upgradeSql("heads", major(db)));

    assertThat(failure.revisions()).containsExactly("w7");
    assertThat(failure.description())
        .contains("w7 (Fill)")
        .contains("\"double the notes\", \"halve them\"");
    assertThat(commands.upgradeSql(":v6", major(db))).contains("-- upgrade v6");
    assertThat(commands.downgradeSql("w7:v6", major(db))).contains("-- downgrade w7");
  }

  @Test
  void wrongRangesAreRefused(TestDatabase db) {
    Commands commands = new Commands(new SqlRevisions(directory).addTables(2).on(db));

    assertThatThrownBy(() -> commands.downgradeSql("r1", 18))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("from:to");
    assertThatThrownBy(() -> commands.downgradeSql("r2:", 18)).hasMessageContaining("to where");
    assertThatThrownBy(() -> commands.downgradeSql(":base", 18)).hasMessageContaining("from where");
    assertThatThrownBy(() -> commands.upgradeSql("current:head", 18))
        .hasMessageContaining("begins at current");
    assertThatThrownBy(() -> commands.upgradeSql("nope", 18))
        .isInstanceOf(UnknownRevisionException.class);
    assertThat(commands.upgradeSql("head:head", 18)).contains("There is nothing to do");
  }

  private static int major(TestDatabase db) {
    return Integer.parseInt(
        db.value("SELECT current_setting('server_version_num')::integer / 10000"));
  }

  private static List<String> rows(TestDatabase db) {
    return List.copyOf(db.column("SELECT revision FROM migrations_revision ORDER BY revision"));
  }
}
