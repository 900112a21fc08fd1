package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrations.engine.EditedRevisionException;
import dev.migrations.engine.HistoryEntry;
import dev.migrations.engine.HistoryEvent;
import dev.migrations.engine.Outcome;
import dev.migrations.engine.RevisionFailedException;
import dev.migrations.engine.RevisionUnderWayException;
import dev.migrations.engine.SqlRevisions;
import dev.migrations.engine.StampReport;
import dev.migrations.engine.UnknownRevisionInDatabaseException;
import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.MultipleHeadsException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Setting the version rows without running anything. */
@PostgresTest
class StampTests {

  @TempDir Path directory;

  @Test
  void anEmptyDatabaseIsAtHeadAndNothingRan(TestDatabase db) {
    Commands commands = commands(db, new SqlRevisions(directory).addTables(3));

    StampReport report = commands.stamp(List.of("head"), false);

    assertThat(report.rowsBefore()).isEmpty();
    assertThat(report.rowsAfter()).containsExactly("r3");
    assertThat(report.added()).containsExactly("r1", "r2", "r3");
    assertThat(db.value("SELECT to_regclass('t1')")).isNull();
    assertThat(rows(db)).containsExactly("r3");
    assertThat(commands.upgrade("head").report().steps()).isEmpty();
  }

  @Test
  void writesARowOfTheHistoryForEachRevisionThatItDeclares(TestDatabase db) {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(3);
    revisions.on(db).upgrade("r1");

    commands(db, revisions).stamp(List.of("head"), false);

    List<HistoryEntry> history = revisions.on(db).overview().history();
    assertThat(history)
        .extracting(HistoryEntry::event, HistoryEntry::revision, HistoryEntry::outcome)
        .containsExactly(
            tuple(HistoryEvent.STAMP, "r3", Outcome.SUCCEEDED),
            tuple(HistoryEvent.STAMP, "r2", Outcome.SUCCEEDED),
            tuple(HistoryEvent.UPGRADE, "r1", Outcome.SUCCEEDED));
    assertThat(history.get(0).message()).isEqualTo("Revision r3");
    assertThat(history.get(0).applicationVersion()).isEqualTo("1.2.3");
    assertThat(
            db.column(
                "SELECT DISTINCT rows_before::text || rows_after::text FROM migrations_history"
                    + " WHERE event = 'stamp'"))
        .containsExactly("{r1}{r3}");
  }

  @Test
  void goesDownWithoutTakingAnythingBack(TestDatabase db) {
    Commands commands = commands(db, new SqlRevisions(directory).addTables(3));
    commands.upgrade("head");

    StampReport report = commands.stamp(List.of("-2"), false);

    assertThat(report.removed()).containsExactly("r3", "r2");
    assertThat(rows(db)).containsExactly("r1");
    assertThat(db.value("SELECT to_regclass('t3')")).isEqualTo("t3");
  }

  @Test
  void aRelativeTargetCountsFromCurrent(TestDatabase db) {
    Commands commands = commands(db, new SqlRevisions(directory).addTables(3));
    commands.upgrade("r1");

    commands.stamp(List.of("+1"), false);

    assertThat(rows(db)).containsExactly("r2");
  }

  @Test
  void aBranchIsRemovedAndTheOtherStays(TestDatabase db) {
    Commands commands = commands(db, BranchedRevisions.in(directory));
    commands.upgrade("heads");

    StampReport report = commands.stamp(List.of("x@base"), false);

    assertThat(report.removed()).containsExactly("d1", "c1");
    assertThat(rows(db)).containsExactly("d2");
  }

  @Test
  void severalTargetsAreSetTogether(TestDatabase db) {
    Commands commands = commands(db, BranchedRevisions.in(directory));

    StampReport report = commands.stamp(List.of("x@head", "c2"), false);

    assertThat(report.added()).containsExactly("a", "b", "c1", "c2", "d1");
    assertThat(rows(db)).containsExactly("c2", "d1");
  }

  @Test
  void targetsOfWhichOneHasGonePastTheOtherAreRefused(TestDatabase db) {
    Commands commands = commands(db, BranchedRevisions.merged(directory));

    for (List<String> targets :
        List.of(List.of("head", "c2"), List.of("c2", "head"), List.of("head", "base"))) {
      assertThatThrownBy(() -> commands.stamp(targets, false))
          .isInstanceOf(MigrationsException.class)
          .hasMessageContaining("A database that is at 'head' has gone past");
    }
    assertThat(commands.stamp(List.of("d1", "c2"), false).rowsAfter()).containsExactly("c2", "d1");
  }

  @Test
  void fromAMergeToOneParentBothParentsStay(TestDatabase db) {
    Commands commands = commands(db, BranchedRevisions.merged(directory));
    commands.upgrade("head");

    commands.stamp(List.of("d1"), false);

    assertThat(rows(db)).containsExactly("d1", "d2");
  }

  @Test
  void theBaseEmptiesTheRows(TestDatabase db) {
    Commands commands = commands(db, BranchedRevisions.in(directory));
    commands.upgrade("heads");

    StampReport report = commands.stamp(List.of("base"), false);

    assertThat(report.rowsAfter()).isEmpty();
    assertThat(rows(db)).isEmpty();
  }

  @Test
  void whatIsSetAlreadyIsNotWrittenAgain(TestDatabase db) {
    Commands commands = commands(db, new SqlRevisions(directory).addTables(2));
    commands.upgrade("head");

    assertThat(commands.stamp(List.of("head"), false).isEmpty()).isTrue();
    assertThat(db.column("SELECT event FROM migrations_history WHERE event = 'stamp'")).isEmpty();
  }

  @Test
  void acceptsTheEditsOfWhatIsApplied(TestDatabase db) {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(2);
    revisions.on(db).upgrade("head");
    revisions.add("r1", "", "CREATE TABLE t1 (id bigint, name text);", "DROP TABLE t1;");
    assertThatThrownBy(() -> revisions.on(db).upgrade("head"))
        .isInstanceOf(EditedRevisionException.class);

    StampReport report = commands(db, revisions).stamp(List.of("head"), false);

    assertThat(report.accepted()).containsExactly("r1");
    assertThat(report.rowsAfter()).containsExactly("r2");
    assertThatNoException().isThrownBy(() -> revisions.on(db).upgrade("head"));
    assertThat(commands(db, revisions).check()).isEmpty();
  }

  @Test
  void anEditAfterTheStampIsNoticed(TestDatabase db) {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(2);
    commands(db, revisions).stamp(List.of("head"), false);
    revisions.add("r1", "", "CREATE TABLE t1 (id bigint, name text);", "DROP TABLE t1;");

    assertThatThrownBy(() -> revisions.on(db).upgrade("head"))
        .isInstanceOf(EditedRevisionException.class)
        .hasMessageContaining("r1");
  }

  @Test
  void anUnknownRowIsRefused(TestDatabase db) {
    Commands commands = commands(db, new SqlRevisions(directory).addTables(2));
    commands.upgrade("head");
    db.execute("UPDATE migrations_revision SET revision = 'lost'");

    UnknownRevisionInDatabaseException failure =
        catchThrowableOfType(
            UnknownRevisionInDatabaseException.class, () -> commands.stamp(List.of("r1"), false));

    assertThat(failure.revisions()).containsExactly("lost");
    assertThat(failure.action()).contains("purge");
    assertThat(rows(db)).containsExactly("lost");
  }

  @Test
  void aPurgeForgetsUnknownRows(TestDatabase db) {
    Commands commands = commands(db, new SqlRevisions(directory).addTables(2));
    commands.upgrade("head");
    db.execute("INSERT INTO migrations_revision VALUES ('lost 100%')");

    StampReport report = commands.stamp(List.of("r1"), true);

    assertThat(report.removed()).containsExactly("lost 100%", "r2");
    assertThat(rows(db)).containsExactly("r1");
    assertThat(db.column("SELECT revision FROM migrations_history WHERE event = 'stamp'"))
        .containsExactlyInAnyOrder("lost 100%", "r2");
  }

  @Test
  void aPurgeSetsExactlyTheRowsThatAreNamed(TestDatabase db) {
    Commands commands = commands(db, BranchedRevisions.merged(directory));
    commands.upgrade("head");

    commands.stamp(List.of("d1"), true);

    assertThat(rows(db)).containsExactly("d1");
  }

  @Test
  void aRevisionThatIsHalfDoneIsInTheWay(TestDatabase db) {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .add("r1", "", "CREATE TABLE t (a int);", "DROP TABLE t;")
            .add("r2", "r1", "CREATE INDEX CONCURRENTLY i ON t (a);\nSELECT 1/0;", "SELECT 1;");
    assertThatThrownBy(() -> revisions.on(db).upgrade("head"))
        .isInstanceOf(RevisionFailedException.class);

    assertThatThrownBy(() -> commands(db, revisions).stamp(List.of("base"), true))
        .isInstanceOf(RevisionUnderWayException.class);
    assertThat(rows(db)).containsExactly("r1");
  }

  @Test
  void anUnclearTargetIsRefused(TestDatabase db) {
    Commands commands = commands(db, BranchedRevisions.in(directory));

    assertThatThrownBy(() -> commands.stamp(List.of("head"), false))
        .isInstanceOf(MultipleHeadsException.class);
    assertThatThrownBy(() -> commands.stamp(List.of(), false))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("needs a target");
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
  }

  private static Commands commands(TestDatabase db, SqlRevisions revisions) {
    return new Commands(revisions.on(db));
  }

  private static List<String> rows(TestDatabase db) {
    return List.copyOf(db.column("SELECT revision FROM migrations_revision ORDER BY revision"));
  }
}
