package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the server says about a unit that takes long. */
@PostgresTest
class ProgressTests {

  @TempDir Path directory;
  private SqlRevisions revisions;
  private final ProgressKeeper keeper = new ProgressKeeper();

  @BeforeEach
  void aTable(TestDatabase db) {
    revisions = new SqlRevisions(directory).addTables(1);
    revisions.on(db).upgrade("head");
  }

  @Test
  void anIndexBuildThatWaitsForAWriterTellsItsPhaseAndNamesTheWriter(TestDatabase db)
      throws Exception {
    revisions
        .add("r2", "r1", "CREATE TABLE t2 ();", "")
        .add("r3", "r2", "CREATE INDEX CONCURRENTLY ix ON t1 (id); SELECT 1;", "");
    try (Connection writer = db.connect()) {
      writer.createStatement().execute("SET application_name = 'nightly-import'");
      int pid = LockHolder.holdTable(writer, "t1", "ROW EXCLUSIVE");
      CompletableFuture<RunReport> run = upgrade(db.dataSource());

      PhaseProgress waiting =
          new PhaseProgress("waiting for writers before build", 0, 1, "sessions");
      Progress progress = awaitSaid(said -> said.waiting() && waiting.equals(said.progress()));

      assertThat(progress.server().blockers()).extracting(SessionInfo::pid).containsExactly(pid);
      assertThat(progress.text())
          .startsWith("Upgrade of revision r3 (2 of 2), unit 1 of 2, ")
          .contains(
              ": CREATE INDEX CONCURRENTLY ix ON t1 (id); waiting for writers before build (0 of 1"
                  + " sessions); waits for pid "
                  + pid
                  + " (nightly-import)");
      writer.rollback();
      assertThat(run.get(30, TimeUnit.SECONDS).rowsAfter()).containsExactly("r3");
    }
  }

  @Test
  void anIndexBuildTellsHowFarItHasReadTheTable(TestDatabase db) throws Exception {
    aTableThatIsReadHalfWay(db);
    revisions.add("r2", "r1", "CREATE INDEX CONCURRENTLY ix ON t1 (wait_at_500(id));", "");
    try (Connection gate = db.connect()) {
      gate.createStatement().execute("SELECT pg_advisory_lock(7)");
      CompletableFuture<RunReport> run = upgrade(db.dataSource());

      PhaseProgress half =
          awaitSaid(said -> said.progress() != null && said.progress().done() >= 499)
              .server()
              .progress();

      assertThat(half.phase()).isEqualTo("building index: scanning table");
      assertThat(half.measure()).isEqualTo("blocks");
      assertThat(half.total()).isEqualTo(1000);
      assertThat(half.percentage().orElseThrow()).isBetween(49, 50);
      gate.createStatement().execute("SELECT pg_advisory_unlock(7)");
      assertThat(run.get(30, TimeUnit.SECONDS).rowsAfter()).containsExactly("r2");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VACUUM FULL t1 | rebuilding index",
        "ANALYZE t1 | computing statistics",
        "COPY (SELECT wait_at_500(id) FROM t1) TO '/dev/null' | COPY TO",
      })
  void otherLongStatementsTellTheirPhase(String statement, String phase, TestDatabase db)
      throws Exception {
    aTableThatIsReadHalfWay(db);
    db.execute("CREATE INDEX ix ON t1 (wait_at_500(id))");
    revisions.add("r2", "r1", statement + ";", "");
    try (Connection gate = db.connect()) {
      gate.createStatement().execute("SELECT pg_advisory_lock(7)");
      CompletableFuture<RunReport> run = upgrade(db.dataSource());

      awaitSaid(
          said ->
              said.waiting() && said.progress() != null && said.progress().phase().equals(phase));

      gate.createStatement().execute("SELECT pg_advisory_unlock(7)");
      assertThat(run.get(30, TimeUnit.SECONDS).rowsAfter()).containsExactly("r2");
    }
  }

  @Test
  void aUnitThatWaitsForALockNamesTheHolder(TestDatabase db) throws Exception {
    revisions.add("r2", "r1", "SELECT 1; ALTER TABLE t1 ADD COLUMN a text;", "");
    try (Connection holder = db.connect()) {
      holder.createStatement().execute("SET application_name = 'nightly-report'");
      int pid = LockHolder.holdTable(holder, "t1");
      CompletableFuture<RunReport> run = upgrade(db.dataSource());

      Progress progress = awaitSaid(ServerActivity::waiting);

      assertThat(progress.statement()).isEqualTo("ALTER TABLE t1 ADD COLUMN a text");
      assertThat(progress.server().progress()).isNull();
      assertThat(progress.server().text())
          .startsWith("waits for pid " + pid + " (nightly-report)")
          .contains("idle in transaction");
      holder.rollback();
      assertThat(run.get(30, TimeUnit.SECONDS).rowsAfter()).containsExactly("r2");
    }
  }

  @Test
  void aRoleWithoutPrivilegesSeesItsOwnWorkAndWhoIsInTheWay(TestDatabase db) throws Exception {
    String role = "plain_" + db.name();
    db.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
    try (Connection writer = db.connect()) {
      db.execute(
          "GRANT ALL ON SCHEMA public TO %1$s; ALTER TABLE t1 OWNER TO %1$s; GRANT ALL ON ALL TABLES IN SCHEMA public TO %1$s"
              .formatted(role));
      revisions.add("r2", "r1", "CREATE INDEX CONCURRENTLY ix ON t1 (id);", "");
      int pid = LockHolder.holdTable(writer, "t1", "ROW EXCLUSIVE");
      CompletableFuture<RunReport> run = upgrade(db.dataSource(role, "secret"));

      Progress progress = awaitSaid(ServerActivity::waiting);

      assertThat(progress.text())
          .contains("waiting for writers before build")
          .contains("waits for pid " + pid)
          .doesNotContain("insufficient privilege");
      writer.rollback();
      assertThat(run.get(30, TimeUnit.SECONDS).rowsAfter()).containsExactly("r2");
    } finally {
      db.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
    }
  }

  @Test
  void theOtherConnectionIsGivenBackAsItWas(TestDatabase db) throws Exception {
    revisions.add("r2", "r1", "ALTER TABLE t1 ADD COLUMN a text;", "");
    AtomicInteger lent = new AtomicInteger();
    try (Connection holder = db.connect();
        Connection other = db.connect()) {
      other.setAutoCommit(false);
      other.setNetworkTimeout(Runnable::run, 12_345);
      DataSource others = new SingleConnectionDataSource(other, true);
      DataSource pool =
          new DelegatingDataSource(db.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
              return lent.incrementAndGet() == 1 ? super.getConnection() : others.getConnection();
            }
          };
      LockHolder.holdTable(holder, "t1");
      CompletableFuture<RunReport> run = upgrade(pool);
      awaitSaid(ServerActivity::waiting);
      holder.rollback();
      run.get(30, TimeUnit.SECONDS);

      assertThat(other.getAutoCommit()).isFalse();
      assertThat(other.getNetworkTimeout()).isEqualTo(12_345);
      assertThat(
              db.column(
                  "SELECT query FROM pg_stat_activity WHERE datname = current_database()"
                      + " AND state LIKE 'idle in tr%'"))
          .isEmpty();
    }
  }

  @Test
  void afterTheRunThereIsNoThreadAndNoSession(TestDatabase db) throws Exception {
    revisions.add("r2", "r1", "ALTER TABLE t1 ADD COLUMN a text;", "");
    try (Connection holder = db.connect()) {
      LockHolder.holdTable(holder, "t1");
      CompletableFuture<RunReport> run = upgrade(db.dataSource());
      awaitSaid(ServerActivity::waiting);
      holder.rollback();
      run.get(30, TimeUnit.SECONDS);
    }
    Awaitility.await().untilAsserted(() -> assertThat(EngineThreads.alive()).isEmpty());
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        db.column(
                            "SELECT query FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND pid <> pg_backend_pid()"))
                    .isEmpty());
  }

  @Test
  void aBootAtHeadHasNoThread(TestDatabase db) {
    List<String> threads = new ArrayList<>();
    MigrationsListener listener =
        new MigrationsListener() {
          @Override
          public void runFinished(RunReport report) {
            threads.addAll(EngineThreads.alive());
          }
        };

    revisions.on(db.dataSource(), SqlRevisions.settings(), listener).upgrade("head");

    assertThat(threads).isEmpty();
  }

  /** A thousand pages with a row each; who computes a function of the 500th waits for a lock. */
  private static void aTableThatIsReadHalfWay(TestDatabase db) {
    db.execute(
        """
        CREATE FUNCTION wait_at_500(id bigint) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS $$
        BEGIN
          IF id = 500 THEN PERFORM pg_advisory_lock_shared(7); END IF;
          RETURN id;
        END $$;
        ALTER TABLE t1 ADD filler text;
        ALTER TABLE t1 ALTER filler SET STORAGE PLAIN;
        INSERT INTO t1 SELECT id, repeat('x', 7000) FROM generate_series(1, 1000) id""");
  }

  private CompletableFuture<RunReport> upgrade(DataSource dataSource) {
    MigrationsSettings patient = SqlRevisions.settings().withLockTimeout(Duration.ofSeconds(60));
    Migrations migrations = revisions.on(dataSource, patient, keeper);
    return CompletableFuture.supplyAsync(() -> migrations.upgrade("head"));
  }

  private Progress awaitSaid(Predicate<ServerActivity> wanted) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                keeper.heard().stream()
                    .filter(p -> p.server() != null && wanted.test(p.server()))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
