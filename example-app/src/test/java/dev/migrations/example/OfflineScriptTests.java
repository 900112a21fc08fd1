package dev.migrations.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.command.Commands;
import dev.migrations.engine.Migrations;
import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.sql.SqlSplitter;
import dev.migrations.sql.SqlStatement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The script of the whole history leaves what the runner leaves, up and down. */
@PostgresTest
class OfflineScriptTests {

  private static final String HISTORY =
      """
      SELECT concat_ws('|', event, revision, message, rows_before, rows_after, application,
        application_version, checksum, outcome, error)
      FROM migrations_history ORDER BY id""";

  private TestDatabase runnersOwn;
  private ConfigurableApplicationContext application;
  private Migrations runner;

  @BeforeEach
  void start() {
    runnersOwn = PostgresServer.shared().createDatabase();
    application =
        ExampleApplications.start(
            runnersOwn, "migrations.on-boot=none", "spring.jpa.hibernate.ddl-auto=none");
    runner = application.getBean(Migrations.class);
  }

  @AfterEach
  void stop() {
    application.close();
    runnersOwn.close();
  }

  @Test
  void theWholeHistoryUpAndDown(TestDatabase db) throws SQLException {
    Commands offline = new Commands(runner);
    int major = major(db);

    runner.upgrade("head");
    execute(offline.upgradeSql("head", major), db);
    assertThat(Catalog.of(db)).hasSizeGreaterThan(50);
    assertSame(db);
    assertThat(rows(db)).containsExactly("f0e96ba1544c");

    runner.downgrade("base");
    execute(offline.downgradeSql("head:base", major), db);
    assertThat(Catalog.of(db)).isEmpty();
    assertSame(db);
    assertThat(rows(db)).isEmpty();
  }

  @Test
  void theWholeHistoryUpAndDownByPsql(TestDatabase db, @TempDir Path directory) throws Exception {
    assumeTrue(Psql.isThere(), "psql is not installed");
    Commands offline = new Commands(runner);

    runner.upgrade("head");
    Psql.include(offline.upgradeSql("head", 14), db, directory);
    assertSame(db);

    runner.downgrade("base");
    Psql.include(offline.downgradeSql("head:base", 14), db, directory);
    assertSame(db);
  }

  @Test
  void theApplicationBootsOnWhatAScriptMadeAndFindsNothingToDo(TestDatabase db)
      throws SQLException {
    execute(new Commands(runner).upgradeSql("head", 14), db);

    try (var scripted = ExampleApplications.start(db)) {
      Migrations migrations = scripted.getBean(Migrations.class);
      assertThat(migrations.lastRun().orElseThrow().steps()).isEmpty();
      assertThat(migrations.check()).isEmpty();
    }
  }

  @Test
  void aScriptInTwoPartsIsTheSame(TestDatabase db) throws SQLException {
    Commands offline = new Commands(runner);
    int major = major(db);

    runner.upgrade("head");
    execute(offline.upgradeSql("9f28e56eadc8", major), db);
    execute(offline.upgradeSql("9f28e56eadc8:head", major), db);

    assertSame(db);
  }

  private void assertSame(TestDatabase db) {
    assertThat(Catalog.withBookkeeping(db)).isEqualTo(Catalog.withBookkeeping(runnersOwn));
    assertThat(rows(db)).isEqualTo(rows(runnersOwn));
    assertThat(db.column(HISTORY)).isNotEmpty().isEqualTo(runnersOwn.column(HISTORY));
    assertThat(db.column("SELECT revision FROM migrations_journal")).isEmpty();
  }

  private static List<@Nullable String> rows(TestDatabase db) {
    return db.column("SELECT revision FROM migrations_revision");
  }

  private static int major(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      return connection.getMetaData().getDatabaseMajorVersion();
    }
  }

  /** Statement by statement, until one fails, as psql does with ON_ERROR_STOP. */
  private static void execute(String script, TestDatabase db) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (SqlStatement each : SqlSplitter.split(script)) {
        statement.execute(each.text());
      }
    }
  }
}
