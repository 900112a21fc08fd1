package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireStep.Moment;
import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A run whose connection breaks. */
@PostgresTest
class ReconnectTests {

  private static final String TERMINATE =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void someRevisions() {
    revisions = new SqlRevisions(directory).addTables(4);
  }

  /** Ends the server session of the run before a revision, as often as is wanted. */
  private static final class Terminator implements MigrationsListener {

    private final TestDatabase db;
    private final List<String> heard = new ArrayList<>();

    Terminator(TestDatabase db) {
      this.db = db;
    }

    @Override
    public void runStarted(Plan plan) {
      heard.add("run");
    }

    @Override
    public void stepStarted(PlanStep step) {
      heard.add("start " + step.revision());
      if (step.revision().equals("r3")) {
        db.execute(TERMINATE);
      }
    }

    @Override
    public void stepFinished(StepReport report) {
      heard.add("end " + report.revision());
    }

    @Override
    public void runFinished(RunReport report) {
      heard.add("finished " + report.outcome());
    }
  }

  @Test
  void goesOnWithAnotherConnectionAndTellsItsListenersOfOneRun(TestDatabase db) {
    Terminator terminator = new Terminator(db);

    RunReport report =
        revisions.on(db.dataSource(), SqlRevisions.settings(), terminator).upgrade("head");

    assertThat(report.rowsBefore()).isEmpty();
    assertThat(report.rowsAfter()).containsExactly("r4");
    assertThat(report.steps())
        .extracting(StepReport::revision)
        .containsExactly("r1", "r2", "r3", "r4");
    assertThat(terminator.heard)
        .containsExactly(
            "run",
            "start r1",
            "end r1",
            "start r2",
            "end r2",
            "start r3",
            "end r3",
            "start r4",
            "end r4",
            "finished SUCCEEDED");
    assertThat(db.column("SELECT revision FROM migrations_history ORDER BY id"))
        .containsExactly("r1", "r2", "r3", "r4");
    assertThat(db.column("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).isEmpty();
  }

  @Test
  void givesUpOnAStatementThatEndsItsServerProcessEachTime(TestDatabase db) {
    revisions.add(
        "r5", "r4", "CREATE TABLE t5 (); SELECT pg_terminate_backend(pg_backend_pid());", "");
    CountingDataSource dataSource = new CountingDataSource(db.dataSource(), 0);

    RevisionFailedException failure =
        catchThrowableOfType(
            RevisionFailedException.class, () -> revisions.on(dataSource).upgrade("head"));

    assertThat(failure.revision()).isEqualTo("r5");
    assertThat(failure.sqlState()).isEqualTo("57P01");
    assertThat(dataSource.opened).hasValue(4);
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r4");
  }

  @Test
  void waitsForAServerThatComesBack(TestDatabase db) {
    CountingDataSource dataSource = new CountingDataSource(db.dataSource(), 3);

    RunReport report =
        revisions.on(dataSource, SqlRevisions.settings(), new Terminator(db)).upgrade("head");

    assertThat(report.rowsAfter()).containsExactly("r4");
    assertThat(dataSource.opened).hasValue(2);
    assertThat(dataSource.refused).hasValue(3);
  }

  @Test
  void showsTheFirstFailureWhenTheServerDoesNotComeBack(TestDatabase db) {
    CountingDataSource dataSource = new CountingDataSource(db.dataSource(), 1_000);
    MigrationsSettings settings = SqlRevisions.settings().withReconnectWait(Duration.ofMillis(300));

    RevisionFailedException failure =
        catchThrowableOfType(
            RevisionFailedException.class,
            () -> revisions.on(dataSource, settings, new Terminator(db)).upgrade("head"));

    assertThat(failure.revision()).isEqualTo("r3");
    assertThat(failure.action()).contains("the next run asks the database");
    assertThat(failure.getSuppressed())
        .hasAtLeastOneElementOfType(DatabaseUnavailableException.class);
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
    assertThat(revisions.on(db).upgrade("head").rowsAfter()).containsExactly("r4");
  }

  @Test
  void doesNotTryWhereThatIsNotWanted(TestDatabase db) {
    CountingDataSource dataSource = new CountingDataSource(db.dataSource(), 0);
    MigrationsSettings settings = SqlRevisions.settings().withReconnectWait(Duration.ZERO);

    RevisionFailedException failure =
        catchThrowableOfType(
            RevisionFailedException.class,
            () -> revisions.on(dataSource, settings, new Terminator(db)).upgrade("head"));

    assertThat(failure.revision()).isEqualTo("r3");
    assertThat(dataSource.opened).hasValue(1);
  }

  @Test
  void countsStepsFromWhereItBeganNotFromWhereTheConnectionBroke(TestDatabase db) {
    revisions.on(db).upgrade("head");

    RunReport report =
        revisions.on(db.dataSource(), SqlRevisions.settings(), new Terminator(db)).downgrade("-2");

    assertThat(report.steps()).extracting(StepReport::revision).containsExactly("r4", "r3");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void goesOneRevisionDownWhateverBecameOfACommitWithoutAnswer(Moment cutAt, TestDatabase db)
      throws Exception {
    revisions.on(db).upgrade("head");

    try (TestDatabase same = db.copy();
        HeldRun run =
            HeldRun.start(
                db,
                same,
                dataSource -> revisions.on(dataSource).downgrade("-1"),
                step -> step.sql().equals("COMMIT"),
                cutAt)) {
      run.connection().cut();

      assertThat(run.awaitEnd().steps()).extracting(StepReport::revision).containsExactly("r4");
      assertThat(run.awaitEnd().rowsAfter()).containsExactly("r3");
    }
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r3");
    assertThat(db.column("SELECT revision FROM migrations_history WHERE event = 'downgrade'"))
        .containsExactly("r4");
    assertThat(db.column("SELECT tablename FROM pg_tables WHERE tablename ~ '^t.$' ORDER BY 1"))
        .containsExactly("t1", "t2", "t3");
  }

  @Test
  void doesNotCountAgainWhereAnotherSessionMovedTheRowsMeanwhile(TestDatabase db) {
    revisions.on(db).upgrade("head");
    MigrationsListener other =
        new MigrationsListener() {
          @Override
          public void stepStarted(PlanStep step) {
            db.execute("UPDATE migrations_revision SET revision = 'r2'");
            db.execute(TERMINATE);
          }
        };
    Migrations migrations = revisions.on(db.dataSource(), SqlRevisions.settings(), other);

    ConcurrentRunException failure =
        catchThrowableOfType(ConcurrentRunException.class, () -> migrations.downgrade("-1"));

    assertThat(failure.description()).contains("[r2]").contains("-1");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
  }

  /** Counts connections; after the first one it refuses some, as a server does that starts. */
  private static final class CountingDataSource extends DelegatingDataSource {

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final int refusals;

    CountingDataSource(DataSource target, int refusals) {
      super(target);
      this.refusals = refusals;
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (opened.get() > 0 && refused.get() < refusals) {
        refused.incrementAndGet();
        throw new SQLException("the database system is starting up", "57P03");
      }
      opened.incrementAndGet();
      return super.getConnection();
    }
  }
}
