package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.Direction;
import dev.migrations.operation.Catalog;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A downgrade of a revision in an SQL file whose upgrade stopped half way. */
@PostgresTest
class TakeBackTests {

  private static final String DOWNGRADE =
      """
      ALTER TABLE t DROP COLUMN c;
      DROP INDEX CONCURRENTLY ix_b;
      ALTER TABLE t DROP COLUMN b;
      DROP INDEX CONCURRENTLY ix_a;
      """;

  @TempDir Path directory;
  private SqlRevisions revisions;
  private List<String> before;

  @BeforeEach
  void aTable(TestDatabase db) {
    revisions =
        new SqlRevisions(directory)
            .add("r1", "", "CREATE TABLE t (a int);\nINSERT INTO t VALUES (0);", "DROP TABLE t;");
    revisions.on(db).upgrade("head");
    before = Catalog.of(db);
  }

  private void stopHalfWay(TestDatabase db, String upgrade, String downgrade) {
    revisions.add("r2", "r1", upgrade, downgrade);
    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> revisions.on(db).upgrade("head"));
    assertThat(failure.revision()).isEqualTo("r2");
  }

  private void stopBehindThreeUnits(TestDatabase db) {
    stopHalfWay(
        db,
        """
        CREATE INDEX CONCURRENTLY ix_a ON t (a);
        ALTER TABLE t ADD COLUMN b int;
        CREATE INDEX CONCURRENTLY ix_b ON t (b);
        ALTER TABLE t ADD COLUMN c int CHECK (a > 0);
        ALTER TABLE t ADD CHECK (a > 0);
        """,
        DOWNGRADE);
  }

  private void assertTakenBack(TestDatabase db) {
    assertThat(Catalog.of(db)).isEqualTo(before);
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "r1", "r2@-1"})
  void takesBackTheUnitsThatAreDoneAndLeavesTheRowBelow(String target, TestDatabase db) {
    stopBehindThreeUnits(db);

    RunReport report = revisions.on(db).downgrade(target);

    assertThat(report.steps())
        .extracting(StepReport::revision, StepReport::direction)
        .containsExactly(tuple("r2", Direction.DOWNGRADE));
    assertTakenBack(db);
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r1");
    assertThat(revisions.on(db).status().underWay()).isEmpty();
    HistoryEntry last = revisions.on(db).overview().history().get(0);
    assertThat(last.event()).isEqualTo(HistoryEvent.DOWNGRADE);
    assertThat(last.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(revisions.on(db).check())
        .extracting(Finding::kind)
        .containsOnly(Finding.Kind.NOT_AT_HEAD);
  }

  @Test
  void goesOnDownFromThere(TestDatabase db) {
    stopBehindThreeUnits(db);

    RunReport report = revisions.on(db).downgrade("base");

    assertThat(report.steps()).extracting(StepReport::revision).containsExactly("r2", "r1");
    assertThat(db.value("SELECT to_regclass('t')")).isNull();
    assertThat(db.column("SELECT revision FROM migrations_revision")).isEmpty();
  }

  @Test
  void theRevisionRunsAgainFromItsFirstUnit(TestDatabase db) {
    stopBehindThreeUnits(db);
    revisions.on(db).downgrade("-1");
    db.execute("UPDATE t SET a = 1");

    revisions.on(db).upgrade("head");

    assertThat(db.value("SELECT count(*) FROM pg_index WHERE indrelid = 't'::regclass"))
        .isEqualTo("2");
    assertThat(revisions.on(db).status().isAtHead()).isTrue();
  }

  @Test
  void isPossibleWhenTheUnitsThatAreDoneWereEdited(TestDatabase db) {
    stopBehindThreeUnits(db);
    revisions.add("r2", "r1", "CREATE INDEX CONCURRENTLY other ON t (a);\nSELECT 1;", "SELECT 1;");
    RevisionUnderWayException refused =
        catchThrowableOfType(
            RevisionUnderWayException.class, () -> revisions.on(db).upgrade("head"));
    assertThat(refused.action()).contains("from version control").contains("'downgrade r2@-1'");

    revisions.on(db).downgrade("r2@-1");

    assertTakenBack(db);
    revisions.on(db).upgrade("head");
    assertThat(db.value("SELECT to_regclass('other')")).isEqualTo("other");
  }

  @Test
  void leavesARevisionOnAnotherBranchAlone(TestDatabase db) {
    revisions.add("side", "r1", "CREATE TABLE side (a int);", "DROP TABLE side;");
    revisions.on(db).upgrade("side");
    before = Catalog.of(db);
    revisions.add(
        "r2",
        "r1",
        "CREATE INDEX CONCURRENTLY ix_a ON t (a);\nSELECT 1 / a FROM t;",
        "DROP INDEX CONCURRENTLY ix_a;");
    catchThrowableOfType(RevisionFailedException.class, () -> revisions.on(db).upgrade("r2"));

    revisions.on(db).downgrade("r2@-1");

    assertTakenBack(db);
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("side");
  }

  @Test
  void isRefusedWhereTheTargetLeavesItHalfDone(TestDatabase db) {
    stopBehindThreeUnits(db);

    RevisionUnderWayException failure =
        catchThrowableOfType(
            RevisionUnderWayException.class, () -> revisions.on(db).downgrade("r2"));

    assertThat(failure.description()).contains("upgrade of revision r2 stopped half way");
    assertThat(failure.action()).contains("'downgrade r2@-1'");
  }

  @Test
  void isShownBeforeItIsRun(TestDatabase db) {
    stopBehindThreeUnits(db);

    PlannedRun planned = revisions.on(db).plan(Direction.DOWNGRADE, "-1");

    assertThat(planned.plan().rowsAfter()).containsExactly("r1");
    assertThat(planned.steps()).hasSize(1);
    assertThat(planned.steps().get(0).step().isOfHalfDone()).isTrue();
    assertThat(planned.steps().get(0).units())
        .anySatisfy(
            unit ->
                assertThat(unit.commands().toString())
                    .contains("DROP INDEX CONCURRENTLY IF EXISTS ix_a"));
  }

  @Test
  void isWhatIsGoneOnWithWhenItStoppedItself(TestDatabase db) {
    stopBehindThreeUnits(db);
    db.execute("CREATE VIEW in_the_way AS SELECT b FROM t");
    catchThrowableOfType(RevisionFailedException.class, () -> revisions.on(db).downgrade("-1"));
    assertThat(revisions.on(db).status().underWay())
        .extracting(RevisionUnderWay::revision, RevisionUnderWay::direction)
        .containsExactly(tuple("r2", Direction.DOWNGRADE));
    RevisionUnderWayException upgrade =
        catchThrowableOfType(
            RevisionUnderWayException.class, () -> revisions.on(db).upgrade("head"));
    assertThat(upgrade.description()).contains("downgrade of revision r2 stopped half way");
    db.execute("DROP VIEW in_the_way");

    revisions.on(db).downgrade("-1");

    assertTakenBack(db);
  }

  @Test
  void rowsAreOnlyPutBackWhereAllOfThemWereChanged(TestDatabase db) {
    stopHalfWay(
        db,
        "CREATE INDEX CONCURRENTLY ix_a ON t (a);\nUPDATE t SET a = a + 100;\nSELECT 1 / 0;",
        "UPDATE t SET a = a - 100;\nDROP INDEX CONCURRENTLY ix_a;");

    MigrationsException failure =
        catchThrowableOfType(MigrationsException.class, () -> revisions.on(db).downgrade("-1"));

    assertThat(failure.description()).contains("r2.sql").contains("changes rows");
    assertThat(failure.action()).contains("Finish it by an upgrade");
    assertThat(db.column("SELECT a FROM t")).containsExactly("0");

    revisions.on(db).status();
    stopAgainBehindTheRows(db);
    revisions.on(db).downgrade("-1");

    assertTakenBack(db);
    assertThat(db.column("SELECT a FROM t")).containsExactly("0");
  }

  private void stopAgainBehindTheRows(TestDatabase db) {
    stopHalfWay(
        db,
        "CREATE INDEX CONCURRENTLY ix_a ON t (a);\nUPDATE t SET a = a + 100;\nVACUUM t;\nALTER TABLE t ADD CHECK (a < 0);",
        "UPDATE t SET a = a - 100;\nDROP INDEX CONCURRENTLY ix_a;");
    assertThat(db.column("SELECT a FROM t")).containsExactly("100");
  }

  @Test
  void withoutADowngradeItIsRefusedWithTheReason(TestDatabase db) {
    revisions.write(
        "r2",
        "-- revision: r2\n-- down-revision: r1\n-- message: Two\n-- upgrade\nALTER TABLE t ADD COLUMN b int;\nVACUUM t;\nSELECT 1 / 0;\n");
    catchThrowableOfType(RevisionFailedException.class, () -> revisions.on(db).upgrade("head"));

    MigrationsException failure =
        catchThrowableOfType(MigrationsException.class, () -> revisions.on(db).downgrade("-1"));

    assertThat(failure.description()).contains("r2").contains("cannot be taken back");
    assertThat(db.column("SELECT unit FROM migrations_journal")).hasSize(2);
  }

  @Test
  void aBuildThatDiedIsTakenBackToo(TestDatabase db) {
    revisions.add(
        "r2", "r1", "CREATE INDEX CONCURRENTLY ix_a ON t (a);", "DROP INDEX CONCURRENTLY ix_a;");
    db.execute("CREATE INDEX ix_a ON t (a)");
    db.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_a'::regclass");
    db.execute(
        "INSERT INTO migrations_journal (revision, direction, unit, checksum, started_at) VALUES ('r2', 'upgrade', 0, 'of another text', now())");
    db.execute("UPDATE migrations_journal SET undo = 'DROP INDEX CONCURRENTLY IF EXISTS ix_a'");

    revisions.on(db).downgrade("-1");

    assertTakenBack(db);
  }
}
