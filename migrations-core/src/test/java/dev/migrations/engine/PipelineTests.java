package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireProxy;
import dev.migrations.fixture.WireStep;
import dev.migrations.fixture.WireStep.Moment;
import dev.migrations.graph.PlanStep;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Revisions that go to the server together, in one round trip. */
@PostgresTest
class PipelineTests {

  private static final String HISTORY =
      """
      SELECT concat_ws(' ', event, revision, message, rows_before, rows_after, host, application,
        application_version, checksum, fingerprint, coalesce(inventory::text, '-'), outcome, error)
      FROM migrations_history ORDER BY id""";

  private static final String TRANSACTIONS =
      "SELECT count(DISTINCT started_at) FROM migrations_history";

  private static final String ROWS = "SELECT revision FROM migrations_revision";

  @TempDir Path directory;

  private SqlRevisions revisions;

  @BeforeEach
  void someTables() {
    revisions = new SqlRevisions(directory).addTables(12);
  }

  /** Needs no calls in between, and keeps those that come. */
  private static final class Hearer implements MigrationsListener {

    private final List<String> heard = new ArrayList<>();

    @Override
    public boolean needsCallsBetweenSteps() {
      return false;
    }

    @Override
    public void stepStarted(PlanStep step) {
      heard.add("start " + step.revision());
    }

    @Override
    public void stepFinished(StepReport report) {
      assertThat(report.duration()).isBetween(Duration.ZERO, Duration.ofSeconds(30));
      heard.add("end " + report.revision());
    }
  }

  private RunReport upgrade(TestDatabase db, MigrationsListener listener) {
    return revisions.on(db.dataSource(), SqlRevisions.settings(), listener).upgrade("head");
  }

  private static int roundTrips(TestDatabase db, SqlRevisions revisions) throws SQLException {
    try (WireProxy proxy = new WireProxy(db)) {
      revisions.on(proxy.dataSource()).upgrade("head");
      return proxy.roundTrips();
    }
  }

  @Test
  void moreOfThemTakeNoMoreRoundTrips(TestDatabase db) throws SQLException {
    int forTwelve = roundTrips(db, revisions);
    revisions.addTables(24);

    try (TestDatabase other = PostgresServer.shared().createDatabase()) {
      assertThat(roundTrips(other, revisions)).isEqualTo(forTwelve);
    }
  }

  @Test
  void areOneRoundTripWithTheirTimesBehindIt(TestDatabase db) throws SQLException {
    revisions.on(db).upgrade("r1");
    try (WireProxy proxy = new WireProxy(db)) {
      List<Integer> seen = new ArrayList<>();
      MigrationsListener counter =
          new MigrationsListener() {
            @Override
            public boolean needsCallsBetweenSteps() {
              return false;
            }

            @Override
            public void stepStarted(PlanStep step) {
              seen.add(proxy.roundTrips());
            }
          };
      revisions.on(proxy.dataSource(), SqlRevisions.settings(), counter).upgrade("head");

      assertThat(seen).hasSize(11);
      assertThat(seen.get(1) - seen.get(0)).isEqualTo(2);
      assertThat(seen.subList(1, 11)).containsOnly(seen.get(1));
    }
  }

  @Test
  void areRecordedLikeThoseThatGoAlone(TestDatabase db) {
    revisions.add("r13", "r12", "ALTER TABLE t1 ADD u text;", "ALTER TABLE t1 DROP u;");
    Hearer hearer = new Hearer();
    RunReport report = upgrade(db, hearer);

    List<String> ids = IntStream.rangeClosed(1, 13).mapToObj(i -> "r" + i).toList();
    assertThat(report.rowsAfter()).containsExactly("r13");
    assertThat(report.steps()).extracting(StepReport::revision).isEqualTo(ids);
    assertThat(hearer.heard)
        .isEqualTo(
            ids.stream().flatMap(id -> List.of("start " + id, "end " + id).stream()).toList());
    assertThat(db.value(TRANSACTIONS)).as("transactions").isEqualTo("13");
    try (TestDatabase alone = PostgresServer.shared().createDatabase()) {
      upgrade(alone, new MigrationsListener() {});
      assertThat(db.column(HISTORY)).isEqualTo(alone.column(HISTORY));
      assertThat(db.column(ROWS)).isEqualTo(alone.column(ROWS));
    }
  }

  @Test
  void aListenerIsCalledBetweenAllWhenItNeedsThat(TestDatabase db) {
    MigrationsListener stop =
        new MigrationsListener() {
          @Override
          public void stepStarted(PlanStep step) {
            if (step.revision().equals("r7")) {
              throw new IllegalStateException("not today");
            }
          }
        };

    assertThat(catchThrowableOfType(IllegalStateException.class, () -> upgrade(db, stop)))
        .isNotNull();
    assertThat(db.column(ROWS)).containsExactly("r6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ApplicationName=test",
        "preferQueryMode=simple",
        "autosave=always",
        "readOnly=true&readOnlyMode=always",
        "options=-c%20default_transaction_isolation=serializable",
        "prepareThreshold=1",
      })
  void oneThatTheServerRefusesIsNamedAndThoseBeforeItStay(String options, TestDatabase db) {
    revisions.add("r8", "r7", "CREATE TABLE u ();\nCREATE TABLE t1 ();", "");
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(db.jdbcUrl() + (db.jdbcUrl().contains("?") ? "&" : "?") + options);
    dataSource.setUser(db.user());
    dataSource.setPassword(db.password());
    Hearer hearer = new Hearer();
    Migrations migrations = revisions.on(dataSource, SqlRevisions.settings(), hearer);

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

    assertThat(failure.revision()).isEqualTo("r8");
    assertThat(failure.statement()).isEqualTo("CREATE TABLE t1 ()");
    assertThat(failure.description()).contains("r8.sql").contains("line 7");
    assertThat(hearer.heard).hasSize(15).endsWith("start r7", "end r7", "start r8");
    assertThat(migrations.lastRun().orElseThrow().rowsAfter()).containsExactly("r7");
    assertThat(db.column(ROWS)).containsExactly("r7");
    assertThat(db.value("SELECT to_regclass('u')")).isNull();
    assertThat(db.column("SELECT revision || outcome FROM migrations_history ORDER BY id"))
        .hasSize(8)
        .endsWith("r7succeeded", "r8failed");

    revisions.addTables(12);
    assertThat(migrations.with(revisions.load()).upgrade("head").steps()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"r1, BEFORE", "r1, AFTER", "r6, BEFORE", "r6, AFTER", "r12, BEFORE", "r12, AFTER"})
  void whatWasCommittedWhenTheConnectionBrokeIsAskedFor(
      String revision, Moment moment, TestDatabase db) throws Exception {
    Hearer hearer = new Hearer();
    Predicate<WireStep> commit = commitOf(revision);
    try (TestDatabase same = db.copy();
        HeldRun run =
            HeldRun.start(
                db,
                same,
                dataSource ->
                    revisions.on(dataSource, SqlRevisions.settings(), hearer).upgrade("head"),
                commit,
                moment)) {
      hearer.heard.clear();
      run.connection().cut();

      assertThat(run.awaitEnd().steps()).hasSize(12);
    }
    assertThat(hearer.heard).hasSizeBetween(23, 24).doesNotHaveDuplicates().endsWith("end r12");
    assertThat(db.column("SELECT revision FROM migrations_history ORDER BY id"))
        .hasSize(12)
        .doesNotHaveDuplicates();
    assertThat(db.column(ROWS)).containsExactly("r12");
  }

  /** The commit behind the statement that creates the revision's table. */
  private static Predicate<WireStep> commitOf(String revision) {
    String table = "CREATE TABLE t%s ".formatted(revision.substring(1));
    AtomicInteger number = new AtomicInteger();
    return step -> {
      if (step.sql().startsWith(table)) {
        number.set(step.number());
      }
      return number.get() > 0 && step.sql().equals("COMMIT");
    };
  }

  @Test
  void oneThatEndsItsServerProcessEachTimeIsNamed(TestDatabase db) {
    db.execute(
        "CREATE FUNCTION crash() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
            + " IF to_regclass('t7') IS NOT NULL THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; END $$");
    db.execute("CREATE EVENT TRIGGER crash ON ddl_command_end EXECUTE FUNCTION crash()");

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> revisions.on(db).upgrade("head"));

    assertThat(failure.revision()).isEqualTo("r7");
    assertThat(db.column(ROWS)).containsExactly("r6");
  }

  @Test
  void aConnectionThatBrokeAndIsNotReplacedLeavesNobodyInDoubtWhatToDo(TestDatabase db) {
    db.execute(
        "CREATE FUNCTION crash() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
            + " IF to_regclass('t7') IS NOT NULL THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; END $$");
    db.execute("CREATE EVENT TRIGGER crash ON ddl_command_end EXECUTE FUNCTION crash()");
    MigrationsSettings settings = SqlRevisions.settings().withReconnectWait(Duration.ZERO);
    Migrations migrations = revisions.on(db.dataSource(), settings);

    MigrationsException failure =
        catchThrowableOfType(MigrationsException.class, () -> migrations.upgrade("head"));

    assertThat(failure.description()).contains("revisions r1 to r12").contains("terminating");
    assertThat(failure.action()).contains("the next run asks the database");
    db.execute("DROP EVENT TRIGGER crash");
    assertThat(migrations.upgrade("head").steps()).hasSize(6);
  }

  @Test
  void oneThatHasToWaitIsTriedAgainAlone(TestDatabase db) throws Exception {
    db.execute("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
    revisions.add("r5", "r4", "ALTER FUNCTION f() COST 7;", "");
    try (Connection other = db.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("ALTER FUNCTION f() COST 8");
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(() -> revisions.on(db).upgrade("head"));
      Awaitility.await()
          .until(() -> db.column("SELECT 1 FROM pg_locks WHERE NOT granted").size() == 1);
      assertThat(db.column(ROWS)).as("committed before it").containsExactly("r4");
      other.rollback();

      assertThat(run.get().steps()).hasSize(12);
    }
    assertThat(db.value("SELECT procost FROM pg_proc WHERE proname = 'f'")).isEqualTo("7");
    assertThat(db.column("SELECT revision FROM migrations_history")).hasSize(12);
  }

  @Test
  void rowsThatSomebodyMovedStopThem(TestDatabase db) {
    MigrationsListener other =
        new MigrationsListener() {
          @Override
          public boolean needsCallsBetweenSteps() {
            return false;
          }

          @Override
          public void stepStarted(PlanStep step) {
            if (step.revision().equals("r1")) {
              db.execute("INSERT INTO migrations_revision VALUES ('r8')");
            }
          }
        };

    assertThat(catchThrowableOfType(ConcurrentRunException.class, () -> upgrade(db, other)))
        .isNotNull();

    assertThat(db.column(ROWS)).containsExactly("r8");
    assertThat(db.value("SELECT to_regclass('t1')")).isNull();
  }

  @Test
  void manyGoInSeveralRoundTrips(TestDatabase db) {
    revisions.addTables(150);
    Hearer hearer = new Hearer();

    assertThat(upgrade(db, hearer).steps()).hasSize(150);
    assertThat(hearer.heard).hasSize(300).doesNotHaveDuplicates();
    assertThat(db.column("SELECT revision FROM migrations_history ORDER BY id"))
        .isEqualTo(IntStream.rangeClosed(1, 150).mapToObj(i -> "r" + i).toList());
  }
}
