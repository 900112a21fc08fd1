package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.command.Commands;
import dev.migrations.command.CurrentRevision;
import dev.migrations.command.Marker;
import dev.migrations.command.RevisionEntry;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that have applied none, some or all of a range when one revision replaces it. */
@PostgresTest
class SquashTests {

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void fourRevisions() {
    revisions = new SqlRevisions(directory).addTables(4);
  }

  /** r2 and r3 become one; r4 stays as it was written. */
  private void squash() {
    revisions.write(
        "squashed",
        """
        -- revision: s
        -- down-revision: r1
        -- replaces: r2, r3
        -- message: Tables two and three

        -- upgrade
        CREATE TABLE t2 (id bigint PRIMARY KEY);
        CREATE TABLE t3 (id bigint PRIMARY KEY);

        -- downgrade
        DROP TABLE t3;
        DROP TABLE t2;
        """);
  }

  private void deleteTheRange() throws IOException {
    Files.delete(directory.resolve("r2.sql"));
    Files.delete(directory.resolve("r3.sql"));
  }

  @Test
  void aPurgeThatOnlyChangesTheNameOfARowIsInTheHistoryAndGuarded(TestDatabase db) {
    revisions.on(db).upgrade("r3");
    squash();

    revisions.on(db).stamp(List.of("s"), true);
    revisions.on(db).stamp(List.of("r3"), true);

    assertThat(rows(db)).containsExactly("r3");
    assertThat(
            db.column(
                "SELECT revision || ' ' || CAST(rows_before AS text) || CAST(rows_after AS text)"
                    + " FROM migrations_history WHERE event = 'stamp' ORDER BY id"))
        .containsExactly("s {r3}{s}", "r3 {s}{r3}");
    assertThat(revisions.on(db).check())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.NOT_AT_HEAD);
  }

  @Test
  void aScriptFromTheEndOfTheRangeToTheReplacementHasNothingToDo(TestDatabase db)
      throws IOException {
    squash();
    Files.delete(directory.resolve("r4.sql"));

    assertThat(revisions.on(db).upgradeSql("r3:heads", 14)).contains("nothing to do");
    assertThat(revisions.on(db).upgradeSql("r3:r3", 14)).contains("nothing to do");
  }

  @Test
  void aNewDatabaseRunsTheReplacementInPlaceOfTheRange(TestDatabase db) {
    squash();

    assertThat(revisions.on(db).upgrade("head").steps())
        .extracting(StepReport::revision)
        .containsExactly("r1", "s", "r4");
    assertThat(tables(db)).containsExactly("t1", "t2", "t3", "t4");
    assertThat(rows(db)).containsExactly("r4");
  }

  @Test
  void aDatabaseAtTheEndOfTheRangeIsAtHeadInOneQuery(TestDatabase db) throws IOException {
    revisions.on(db).upgrade("r3");
    squash();
    Files.delete(directory.resolve("r4.sql"));
    deleteTheRange();

    Migrations migrations = revisions.on(db);

    assertThat(migrations.upgrade("head").steps()).isEmpty();
    assertThat(migrations.status().isAtHead()).isTrue();
    assertThat(migrations.check()).isEmpty();
    assertThat(rows(db)).containsExactly("r3");
    assertThat(db.value("SELECT count(*) FROM migrations_history")).isEqualTo("3");
  }

  @Test
  void aDatabaseBehindTheRangeGoesOnFromIt(TestDatabase db) throws IOException {
    revisions.on(db).upgrade("r3");
    squash();
    deleteTheRange();

    assertThat(revisions.on(db).upgrade("head").steps())
        .extracting(StepReport::revision)
        .containsExactly("r4");
    assertThat(rows(db)).containsExactly("r4");
    assertThat(db.value("SELECT rows_before FROM migrations_history WHERE revision = 'r4'"))
        .isEqualTo("{r3}");
  }

  @Test
  void aDatabaseInTheMiddleFinishesTheRangeFirst(TestDatabase db) {
    revisions.on(db).upgrade("r2");
    squash();

    assertThat(revisions.on(db).status().pending()).containsExactly("r3", "r4");
    assertThat(revisions.on(db).upgrade("head").steps())
        .extracting(StepReport::revision)
        .containsExactly("r3", "r4");
    assertThat(tables(db)).containsExactly("t1", "t2", "t3", "t4");
    assertThat(revisions.on(db).check()).isEmpty();
  }

  @Test
  void aDatabaseInTheMiddleIsRefusedWhenTheRestOfTheRangeIsGone(TestDatabase db)
      throws IOException {
    revisions.on(db).upgrade("r2");
    squash();
    deleteTheRange();

    for (Reaction reaction : Reaction.values()) {
      Migrations migrations =
          revisions.on(db.dataSource(), SqlRevisions.settings().withOnUnknownRevision(reaction));
      UnknownRevisionInDatabaseException refused =
          catchThrowableOfType(
              UnknownRevisionInDatabaseException.class, () -> migrations.upgrade("head"));

      assertThat(refused.description())
          .contains("r2 is inside of the range up to r3 that revision s replaces");
      assertThat(refused.action()).contains("end of the range first");
    }
    assertThat(revisions.on(db).status().unknown()).containsExactly("r2");
    assertThat(revisions.on(db).check())
        .extracting(Finding::kind)
        .contains(Finding.Kind.UNKNOWN_REVISION);
  }

  @Test
  void aRevisionOfTheRangeThatStoppedHalfWayIsGoneOnWith(TestDatabase db) {
    revisions.on(db).upgrade("r1");
    revisions.add(
        "r2",
        "r1",
        """
        CREATE TABLE t2 (id bigint PRIMARY KEY);
        CREATE INDEX CONCURRENTLY ix_t1 ON t1 (id);
        INSERT INTO t2 SELECT 1 / (SELECT count(*) FROM t1);
        """,
        "DROP TABLE t2;");
    catchThrowableOfType(RevisionFailedException.class, () -> revisions.on(db).upgrade("head"));
    squash();
    db.execute("INSERT INTO t1 VALUES (1)");

    assertThat(revisions.on(db).upgrade("head").steps())
        .extracting(StepReport::revision)
        .containsExactly("r2", "r3", "r4");
    assertThat(db.value("SELECT count(*) FROM migrations_journal")).isEqualTo("0");
  }

  @Test
  void theReplacementIsTakenBackAsOneStepWhicheverWasApplied(TestDatabase db) {
    revisions.on(db).upgrade("r3");
    squash();

    revisions.on(db).downgrade("r1");

    assertThat(tables(db)).containsExactly("t1");
    assertThat(rows(db)).containsExactly("r1");
    revisions.on(db).upgrade("head");
    assertThat(tables(db)).containsExactly("t1", "t2", "t3", "t4");
    assertThat(rows(db)).containsExactly("r4");
  }

  @Test
  void anEditOfTheRangeIsNoEditOfWhatIsApplied(TestDatabase db) {
    revisions.on(db).upgrade("head");
    squash();
    revisions.add("r2", "r1", "CREATE TABLE other ();", "DROP TABLE other;");

    assertThat(revisions.on(db).check()).isEmpty();
    assertThat(revisions.on(db).upgrade("head").steps()).isEmpty();
  }

  @Test
  void aStampGoesFromTheMiddleToTheEnd(TestDatabase db) {
    revisions.on(db).upgrade("r2");
    squash();

    StampReport report = revisions.on(db).stamp(List.of("s"), false);

    assertThat(report.rowsAfter()).containsExactly("r3");
    assertThat(rows(db)).containsExactly("r3");
    assertThat(report.added()).containsExactly("r3");
  }

  @Test
  void aStampGoesFromTheMiddleToTheBeginning(TestDatabase db) {
    revisions.on(db).upgrade("r2");
    squash();

    StampReport report = revisions.on(db).stamp(List.of("base"), false);

    assertThat(report.removed()).containsExactly("r2", "r1");
    assertThat(rows(db)).isEmpty();
  }

  @Test
  void aStampGoesIntoTheMiddle(TestDatabase db) {
    squash();
    Migrations migrations = revisions.on(db);

    assertThat(migrations.stamp(List.of("r2"), false).added()).containsExactly("r1", "r2");
    assertThat(rows(db)).containsExactly("r2");
    migrations.stamp(List.of("head"), false);
    assertThat(migrations.stamp(List.of("r2"), true).rowsAfter()).containsExactly("r2");
    assertThat(migrations.stamp(List.of("r4"), false).rowsAfter()).containsExactly("r4");
    assertThat(migrations.stamp(List.of("r2"), false).rowsAfter()).containsExactly("r2");
  }

  @Test
  void scriptsBeginAtTheReplacementAtTheEndOfTheRangeAndInside(TestDatabase db) {
    squash();
    Migrations migrations = revisions.on(db);

    assertThat(migrations.upgradeSql("head", 14))
        .contains("upgrade s (")
        .doesNotContain("upgrade r2");
    assertThat(migrations.upgradeSql("s:head", 14)).contains("from s to r4", "upgrade r4");
    assertThat(migrations.upgradeSql("r3:head", 14)).contains("from r3 to r4", "upgrade r4");
    assertThat(migrations.upgradeSql("r2:head", 14))
        .contains("from r2 to r4", "upgrade r3", "upgrade r4");
  }

  @Test
  void listingsShowTheReplacementAndWhatItReplaces(TestDatabase db) {
    revisions.on(db).upgrade("r3");
    squash();
    Commands commands = new Commands(revisions.on(db));

    assertThat(commands.history(null, true))
        .extracting(RevisionEntry::id)
        .containsExactly("r4", "s", "r1");
    RevisionEntry shown = commands.show(List.of("current")).get(0);
    assertThat(shown.id()).isEqualTo("s");
    assertThat(shown.replaces()).containsExactly("r2", "r3");
    assertThat(shown.is(Marker.CURRENT)).isTrue();
    assertThat(commands.show(List.of("r4")).get(0).parents()).containsExactly("s");
    CurrentRevision current = commands.current(true).rows().get(0);
    assertThat(current.id()).isEqualTo("r3");
    assertThat(current.revision()).isNotNull().extracting(RevisionEntry::id).isEqualTo("s");
    assertThat(current.applied()).isNotNull();
  }

  @Test
  void listingsOfADatabaseInTheMiddleShowTheRange(TestDatabase db) {
    revisions.on(db).upgrade("r2");
    squash();
    Commands commands = new Commands(revisions.on(db));

    assertThat(commands.history(null, true))
        .extracting(RevisionEntry::id)
        .containsExactly("r4", "r3", "r2", "r1");
    assertThat(commands.show(List.of("current")))
        .extracting(RevisionEntry::id)
        .containsExactly("r2");
  }

  private static List<String> rows(TestDatabase db) {
    return db.column("SELECT revision FROM migrations_revision ORDER BY 1");
  }

  private static List<String> tables(TestDatabase db) {
    return db.column(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 't_' ORDER BY 1");
  }
}
