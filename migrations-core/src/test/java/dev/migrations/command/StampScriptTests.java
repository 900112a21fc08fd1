package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.SqlRevisions;
import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.MultipleHeadsException;
import dev.migrations.graph.UnknownRevisionException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script of a stamp leaves what a stamp leaves. */
@PostgresTest
class StampScriptTests {

  private static final String HISTORY =
      """
      SELECT concat_ws('|', event, revision, message, rows_before, rows_after, database_user,
        application, application_version, checksum, outcome, error)
      FROM migrations_history WHERE event = 'stamp' ORDER BY id""";

  @TempDir Path directory;
  @TempDir Path scripts;
  private TestDatabase stamped;

  @BeforeEach
  void createDatabase() {
    stamped = PostgresServer.shared().createDatabase();
  }

  @AfterEach
  void dropDatabase() {
    stamped.close();
  }

  @ParameterizedTest
  @CsvSource({
    "base, x@head, x@head",
    "base, x@head, base:x@head",
    "base, x@head, :x@head",
    "base, 'x@head c2', 'x@head c2'",
    "base, heads, heads",
    "d1, d2, d1:d2",
    "d1, +1, c1:+1",
    "heads, base, heads:base",
    "heads, x@base, heads:x@base",
    "heads, b, heads:b",
    "c1, 'd1 c2', 'c1:d1 c1:c2'",
    "c1, 'd1 c2', 'c1:d1 c2'",
  })
  void leavesTheRowsAndTheHistoryOfAStamp(
      String start, String targets, String texts, TestDatabase db) throws SQLException {
    // Where "+1" counts from c1 it counts from where the database stands.
    String from = texts.startsWith("c1:") ? "c1" : start;
    SqlRevisions revisions = BranchedRevisions.in(directory);
    for (TestDatabase each : List.of(db, stamped)) {
      if (!from.equals("base")) {
        revisions.on(each).upgrade(from);
      }
    }

    revisions.on(stamped).stamp(List.of(targets.split(" ")), false);
    Scripts.execute(new Commands(revisions.on(db)).stampSql(List.of(texts.split(" "))), db);

    assertThat(rows(db)).isEqualTo(rows(stamped));
    assertThat(db.column(HISTORY)).isNotEmpty().isEqualTo(stamped.column(HISTORY));
    assertThat(revisions.on(db).check().stream().map(finding -> finding.kind().name()))
        .doesNotContain("EDITED_REVISION", "UNKNOWN_REVISION");
  }

  @Test
  void psqlRunsItToo(TestDatabase db) throws Exception {
    assumeTrue(Scripts.psqlIsThere(), "psql is not installed");
    Migrations migrations = new SqlRevisions(directory).addTables(3).on(db);

    Scripts.Result result = Scripts.psql(migrations.stampSql(List.of("head")), db, scripts);

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(rows(db)).containsExactly("r3");
    assertThat(db.value("SELECT to_regclass('t1')")).isNull();
    assertThat(migrations.check()).isEmpty();
  }

  @Test
  void aDatabaseThatStandsElsewhereIsRefusedAndLeftAlone(TestDatabase db) {
    Migrations migrations = new SqlRevisions(directory).addTables(3).on(db);
    migrations.upgrade("r1");

    assertThatThrownBy(() -> Scripts.execute(migrations.stampSql(List.of("head")), db))
        .hasMessageContaining("The database is at r1, and this script starts at base");
    assertThatThrownBy(() -> Scripts.execute(migrations.stampSql(List.of("r2:r3")), db))
        .hasMessageContaining("The database is at r1, and this script starts at r2");
    assertThat(rows(db)).containsExactly("r1");
    assertThat(db.column(HISTORY)).isEmpty();
  }

  @Test
  void aRevisionThatIsHalfDoneIsInTheWay(TestDatabase db) {
    Migrations migrations =
        new SqlRevisions(directory)
            .add("r1", "", "CREATE TABLE t (a int);", "DROP TABLE t;")
            .add("r2", "r1", "CREATE INDEX CONCURRENTLY i ON t (a);\nSELECT 1/0;", "SELECT 1;")
            .on(db);
    assertThatThrownBy(() -> migrations.upgrade("head")).isInstanceOf(MigrationsException.class);

    assertThatThrownBy(() -> Scripts.execute(migrations.stampSql(List.of("r1:r2")), db))
        .hasMessageContaining("r2 is half done");
    assertThat(rows(db)).containsExactly("r1");
  }

  @Test
  void theRowsMovingMeanwhileStopIt(TestDatabase db) {
    Migrations migrations = new SqlRevisions(directory).addTables(3).on(db);
    migrations.upgrade("r1");
    String script = migrations.stampSql(List.of("r1:r3"));
    int begin = script.indexOf("BEGIN;");
    String moved = "UPDATE migrations_revision SET revision = 'r2';\n";

    assertThatThrownBy(
            () -> Scripts.execute(script.substring(0, begin) + moved + script.substring(begin), db))
        .hasMessageContaining("outcome");
    assertThat(rows(db)).containsExactly("r2");
  }

  @Test
  void theTablesGoToTheSchemaThatIsSet(TestDatabase db) throws SQLException {
    Migrations migrations =
        new SqlRevisions(directory)
            .addTables(1)
            .on(db.dataSource(), SqlRevisions.settings().withSchema("Book keeping"));

    Scripts.execute(migrations.stampSql(List.of("head")), db);

    assertThat(db.column("SELECT revision FROM \"Book keeping\".migrations_revision"))
        .containsExactly("r1");
  }

  @Test
  void saysWhatItDeclares(TestDatabase db) {
    Commands commands = new Commands(new SqlRevisions(directory).addTables(2).on(db));

    assertThat(commands.stampSql(List.of("head")))
        .startsWith("-- Stamp from base to r2, for PostgreSQL 14.\n")
        .contains("-- Counts as applied: r1 (Revision r1)\n-- Counts as applied: r2");
    assertThat(commands.stampSql(List.of("head:r1")))
        .startsWith("-- Stamp from r2 to r1, for PostgreSQL 14.\n")
        .contains("-- No longer counts as applied: r2 (Revision r2)\n");
    assertThat(commands.stampSql(List.of("head:head")))
        .isEqualTo("-- Stamp from r2 to r2, for PostgreSQL 14.\n-- There is nothing to do.\n");
  }

  @Test
  void wrongRangesAreRefused(TestDatabase db) {
    Commands commands = new Commands(BranchedRevisions.in(directory).on(db));

    assertThatThrownBy(() -> commands.stampSql(List.of("c1:")))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("does not say where");
    assertThatThrownBy(() -> commands.stampSql(List.of("current:heads")))
        .hasMessageContaining("begins at current");
    assertThatThrownBy(() -> commands.stampSql(List.of("c1:d1", "c2:d2")))
        .hasMessageContaining("'c1' and at 'c2'");
    assertThatThrownBy(() -> commands.stampSql(List.of("head")))
        .isInstanceOf(MultipleHeadsException.class);
    assertThatThrownBy(() -> commands.stampSql(List.of("base:nope")))
        .isInstanceOf(UnknownRevisionException.class);
    assertThatThrownBy(() -> commands.stampSql(List.of())).hasMessageContaining("needs a target");
  }

  private static List<String> rows(TestDatabase db) {
    return List.copyOf(db.column("SELECT revision FROM migrations_revision ORDER BY revision"));
  }
}
