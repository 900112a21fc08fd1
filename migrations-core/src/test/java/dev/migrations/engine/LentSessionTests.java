package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.Operations;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a pool, a role or a database sets for its sessions neither changes a run nor is lost. */
@PostgresTest
class LentSessionTests {

  private static final String SETTINGS =
      """
      SELECT concat_ws(', ', current_setting('transaction_isolation'),
        current_setting('idle_in_transaction_session_timeout'),
        current_setting('idle_session_timeout'),
        coalesce(current_setting('transaction_timeout', true), '0'))""";

  private static final String OF_A_RUN = "read committed, 0, 0, 0";

  @TempDir Path directory;

  @Test
  void everyKindOfUnitHasTheSettingsOfARun(TestDatabase db) throws SQLException {
    limitSessions(db);
    db.execute("CREATE TABLE t (id int PRIMARY KEY, seen text); INSERT INTO t VALUES (1)");
    List<String> seen = new ArrayList<>();
    try (Connection connection = db.connect()) {
      String before = settings(connection);
      Consumer<Operations> units =
          op -> {
            op.run("look", lent -> seen.add(settings(lent))).reversedBy(lent -> {});
            op.backfill("t").set("seen", "(" + SETTINGS + ")").reversedByNothing();
            op.createIndex("ix", "t", "seen");
          };

      Backfills.on(new SingleConnectionDataSource(connection, true), units).upgrade("head");

      assertThat(before).startsWith("serializable, 1min, 2min");
      assertThat(seen).containsExactly(OF_A_RUN);
      assertThat(db.column("SELECT seen FROM t")).containsExactly(OF_A_RUN);
      assertThat(settings(connection)).isEqualTo(before);
    }
  }

  @Test
  void aRunThatFailsAndOneThatDoesNotGetTheLockLeaveThemToo(TestDatabase db) throws SQLException {
    limitSessions(db);
    try (Connection connection = db.connect();
        Connection other = db.connect()) {
      String before = settings(connection);
      Migrations failing =
          new SqlRevisions(directory)
              .add("r1", "", "SELECT 1 / 0;", "")
              .on(
                  new SingleConnectionDataSource(connection, true),
                  SqlRevisions.settings().withAdvisoryLockWait(Duration.ZERO));

      assertThatThrownBy(() -> failing.upgrade("head")).isInstanceOf(RevisionFailedException.class);
      assertThat(settings(connection)).isEqualTo(before);

      LockHolder.holdRunLock(other, "public");
      assertThatThrownBy(() -> failing.upgrade("head")).isInstanceOf(AdvisoryLockException.class);
      assertThat(settings(connection)).isEqualTo(before);
    }
  }

  private static void limitSessions(TestDatabase db) {
    String alter = "ALTER DATABASE " + db.name() + " SET ";
    db.execute(alter + "default_transaction_isolation = 'serializable'");
    db.execute(alter + "idle_in_transaction_session_timeout = '1min'");
    db.execute(alter + "idle_session_timeout = '2min'");
    if (db.column("SELECT 1 FROM pg_settings WHERE name = 'transaction_timeout'").size() == 1) {
      db.execute(alter + "transaction_timeout = '3min'");
    }
  }

  private static String settings(Connection connection) throws SQLException {
    try (ResultSet result = connection.createStatement().executeQuery(SETTINGS)) {
      result.next();
      return result.getString(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
  void rowsThatMoveWhileARunWaitsAreSeenAtEveryIsolationOfAPool(int isolation, TestDatabase db)
      throws SQLException {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(2);
    revisions.on(db).upgrade("r1");
    try (Connection lent = db.connect();
        Connection other = db.connect()) {
      lent.setTransactionIsolation(isolation);
      other.setAutoCommit(false);
      other.createStatement().execute("UPDATE migrations_revision SET revision = 'r2'");
      Migrations migrations =
          revisions.on(
              new SingleConnectionDataSource(lent, true),
              SqlRevisions.settings().withLockTimeout(Duration.ofSeconds(30)));
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(() -> migrations.upgrade("head"));
      Awaitility.await()
          .until(
              () -> db.column("SELECT 1 FROM pg_locks WHERE NOT granted"),
              waiting -> !waiting.isEmpty());

      other.commit();

      assertThatThrownBy(run::join).hasCauseInstanceOf(ConcurrentRunException.class);
      assertThat(lent.getTransactionIsolation()).isEqualTo(isolation);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"app", "app,public", "missing,app,public", "\"$user\",app"})
  void theFirstSchemaOfTheSearchPathThatExistsHoldsEverything(String path, TestDatabase db)
      throws SQLException {
    db.execute("CREATE SCHEMA app");
    PGSimpleDataSource dataSource = (PGSimpleDataSource) db.dataSource();
    dataSource.setCurrentSchema(path);
    Migrations migrations =
        new SqlRevisions(directory)
            .addTables(1)
            .add("r2", "r1", "CREATE INDEX CONCURRENTLY ix ON t1 (id);", "DROP INDEX ix;")
            .on(dataSource);

    migrations.upgrade("head");
    migrations.downgrade("r1");
    migrations.upgrade("head");

    assertThat(db.value("SELECT to_regclass('app.ix')")).isEqualTo("app.ix");
    assertThat(db.column("SELECT revision FROM app.migrations_revision")).containsExactly("r2");
    assertThat(db.column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).isEmpty();
  }

  @Test
  void aSearchPathOfWhichNothingExistsIsRefused(TestDatabase db) {
    PGSimpleDataSource dataSource = (PGSimpleDataSource) db.dataSource();
    dataSource.setCurrentSchema("missing");

    assertThatThrownBy(
            () -> new SqlRevisions(directory).addTables(1).on(dataSource).upgrade("head"))
        .isInstanceOf(NoSchemaException.class)
        .hasMessageContaining("missing")
        .hasMessageContaining("Create the schema");
  }

  @Test
  void aSessionThatMayOnlyReadIsSaidToBeSo(TestDatabase db) {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(2);
    revisions.on(db).upgrade("r1");
    db.execute("ALTER DATABASE " + db.name() + " SET default_transaction_read_only = on");

    assertThatThrownBy(() -> revisions.on(db).upgrade("head"))
        .hasMessageContaining("The upgrade of revision r2")
        .hasMessageContaining("SQLSTATE 25006")
        .hasMessageContaining("default_transaction_read_only");
  }
}
