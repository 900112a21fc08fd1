package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireProxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A run of many revisions prepares in its session what it says in each transaction. */
@PostgresTest
class LongRunTests {

  private static final String HISTORY =
      """
      SELECT concat_ws(' ', event, revision, message, rows_before, rows_after, host, application,
        application_version, checksum, fingerprint, coalesce(inventory::text, '-'), outcome, error)
      FROM migrations_history ORDER BY id""";

  private static final String ROWS = "SELECT revision FROM migrations_revision ORDER BY 1";

  private static final String PREPARED =
      "SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'migrations%'";

  @TempDir Path directory;

  private SqlRevisions revisions;

  @BeforeEach
  void aHistoryWithBranches() {
    revisions =
        new SqlRevisions(directory)
            .addTables(12)
            .add("left", "r12", "CREATE TABLE l ();", "DROP TABLE l;")
            .add("right", "r12", "CREATE TABLE \"it's\" ();", "DROP TABLE \"it's\";")
            .add("merged", "left, right", "", "")
            .add("other", "", "CREATE TABLE other ();", "DROP TABLE other;");
  }

  @Test
  void itIsRecordedLikeManyShortOnes(TestDatabase db) {
    revisions.on(db).upgrade("heads");
    List<String> order = db.column("SELECT revision FROM migrations_history ORDER BY id");
    revisions.on(db).downgrade("r12");
    revisions.on(db).downgrade("r1");

    try (TestDatabase stepByStep = PostgresServer.shared().createDatabase()) {
      order.forEach(revision -> revisions.on(stepByStep).upgrade(revision));
      revisions.on(stepByStep).downgrade("r12");
      for (int step = 0; step < 11; step++) {
        revisions.on(stepByStep).downgrade("r" + (11 - step));
      }
      assertThat(db.column(HISTORY)).isEqualTo(stepByStep.column(HISTORY));
      assertThat(db.column(ROWS)).isEqualTo(stepByStep.column(ROWS));
    }
  }

  @Test
  void eachOfItsRevisionsIsOneRoundTrip(TestDatabase db) throws SQLException {
    try (WireProxy proxy = new WireProxy(db)) {
      List<Integer> roundTrips = new ArrayList<>();
      afterEachStep(proxy.dataSource(), step -> roundTrips.add(proxy.roundTrips()))
          .upgrade("heads");

      for (int step = 1; step < roundTrips.size(); step++) {
        assertThat(roundTrips.get(step) - roundTrips.get(step - 1)).isEqualTo(1);
      }
      assertThat(roundTrips).hasSize(16);
    }
  }

  @Test
  void itLeavesNothingInTheSession(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect()) {
      DataSource lent = new SingleConnectionDataSource(connection, true);
      List<Integer> prepared = new ArrayList<>();
      afterEachStep(lent, step -> prepared.add(prepared(connection))).upgrade("heads");
      assertThat(prepared).as("while it runs").hasSize(16).containsOnly(2);
      assertThat(prepared(connection)).isZero();

      revisions.add("r13", "other", "CREATE TABLE t1 ();", "");
      revisions.on(lent).downgrade("r1");
      assertThatThrownBy(() -> revisions.on(lent).upgrade("heads"))
          .isInstanceOf(RevisionFailedException.class);
      assertThat(prepared(connection)).as("after a failure").isZero();
    }
  }

  @Test
  void whatARevisionDiscardsItDoesWithout(TestDatabase db) {
    revisions.add("r5", "r4", "DEALLOCATE ALL; CREATE TABLE t5 ();", "DROP TABLE t5;");
    revisions.add("r8", "r7", "DISCARD ALL;\nCREATE TABLE t8 ();", "DROP TABLE t8;");

    assertThat(revisions.on(db).upgrade("heads").steps()).hasSize(16);
    assertThat(db.column(HISTORY)).hasSize(16).noneMatch(row -> row.contains("failed"));
  }

  @Test
  void statementsOfOthersWithTheSameNamesAreLeftAlone(TestDatabase db) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("PREPARE migrations_finish AS SELECT 'others'");

      DataSource lent = new SingleConnectionDataSource(connection, true);
      assertThat(revisions.on(lent).upgrade("heads").steps()).hasSize(16);

      try (ResultSet row = statement.executeQuery("EXECUTE migrations_finish")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("others");
      }
      assertThat(prepared(connection)).as("all that is there").isEqualTo(1);
    }
  }

  @Test
  void rowsThatSomebodyMovesStopIt(TestDatabase db) {
    Migrations migrations =
        afterEachStep(
            db.dataSource(),
            step -> {
              if (step.revision().equals("r7")) {
                db.execute("UPDATE migrations_revision SET revision = 'r8' WHERE revision = 'r7'");
              }
            });

    assertThatThrownBy(() -> migrations.upgrade("heads"))
        .isInstanceOf(ConcurrentRunException.class);
    assertThat(db.column(ROWS)).contains("r8").doesNotContain("r7", "r9");
    assertThat(db.column("SELECT revision FROM migrations_history WHERE outcome = 'succeeded'"))
        .contains("r7")
        .doesNotContain("r8", "r9");
  }

  private Migrations afterEachStep(DataSource dataSource, Consumer<StepReport> look) {
    return revisions.on(
        dataSource,
        SqlRevisions.settings(),
        new MigrationsListener() {
          @Override
          public void stepFinished(StepReport report) {
            look.accept(report);
          }
        });
  }

  private static int prepared(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(PREPARED)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException ex) {
      throw new IllegalStateException(ex);
    }
  }
}
