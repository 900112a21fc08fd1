package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision of several units that stopped half way. */
@PostgresTest
class ResumeTests {

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void aRevisionWhoseLastUnitMeetsBadData(TestDatabase db) {
    revisions =
        new SqlRevisions(directory)
            .add("r1", "", "CREATE TABLE t (a int);\nINSERT INTO t VALUES (0);", "DROP TABLE t;");
    stopHalfWay("ALTER TABLE t ADD COLUMN b int", "INSERT INTO t SELECT 1 / a FROM t");
    catchThrowableOfType(RevisionFailedException.class, () -> revisions.on(db).upgrade("head"));
  }

  private void stopHalfWay(String first, String last) {
    revisions.add(
        "r2",
        "r1",
        first + ";\nCREATE INDEX CONCURRENTLY ix_a ON t (a);\n" + last + ";",
        "ALTER TABLE t DROP COLUMN b;");
  }

  @Test
  void isShownWithTheUnitsThatAreDone(TestDatabase db) {
    MigrationsStatus status = revisions.on(db).status();

    assertThat(status.current()).containsExactly("r1");
    assertThat(status.pending()).containsExactly("r2");
    assertThat(status.isAtHead()).isFalse();
    assertThat(status.underWay())
        .extracting(
            RevisionUnderWay::revision, RevisionUnderWay::direction, RevisionUnderWay::unitsDone)
        .containsExactly(tuple("r2", Direction.UPGRADE, 2));
  }

  @Test
  void goesOnBehindTheUnitsThatAreDone(TestDatabase db) {
    db.execute("UPDATE t SET a = 1");

    revisions.on(db).upgrade("head");

    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
    assertThat(db.value("SELECT count(*) FROM t")).isEqualTo("2");
    assertThat(revisions.on(db).status().isAtHead()).isTrue();
  }

  @Test
  void goesOnWhenWhatComesBehindWasCorrected(TestDatabase db) {
    stopHalfWay("ALTER TABLE t ADD COLUMN b int", "INSERT INTO t VALUES (7)");

    revisions.on(db).upgrade("head");

    assertThat(db.column("SELECT a FROM t ORDER BY a")).containsExactly("0", "7");
  }

  @Test
  void isRefusedWhenAUnitThatIsDoneWasEdited(TestDatabase db) {
    stopHalfWay("ALTER TABLE t ADD COLUMN b text", "INSERT INTO t VALUES (7)");

    RevisionUnderWayException failure =
        catchThrowableOfType(
            RevisionUnderWayException.class, () -> revisions.on(db).upgrade("head"));

    assertThat(failure.revision()).isEqualTo("r2");
    assertThat(failure.description()).contains("unit 1");
    assertThat(db.column("SELECT a FROM t")).containsExactly("0");
  }

  @Test
  void keepsOthersFromPullingTheGroundFromUnderIt(TestDatabase db) throws IOException {
    Files.delete(directory.resolve("r2.sql"));

    RevisionUnderWayException failure =
        catchThrowableOfType(
            RevisionUnderWayException.class, () -> revisions.on(db).downgrade("base"));

    assertThat(failure.description()).contains("upgrade of revision r2 stopped half way");
    assertThat(db.value("SELECT to_regclass('t')")).isEqualTo("t");
  }

  @Test
  void isNotForgottenWhenItsFileIsGone(TestDatabase db) throws IOException {
    Files.delete(directory.resolve("r2.sql"));

    RevisionUnderWayException failure =
        catchThrowableOfType(
            RevisionUnderWayException.class, () -> revisions.on(db).upgrade("head"));

    assertThat(failure.description()).contains("r2");
  }

  @Test
  void goesOnBehindAConcurrentBuildThatWasCorrectedAfterACrash(TestDatabase db) {
    db.execute(
        "UPDATE migrations_journal SET checksum = 'before the correction', duration_ms = NULL WHERE unit = 1");
    catchThrowableOfType(RevisionFailedException.class, () -> revisions.on(db).upgrade("head"));
    db.execute("UPDATE t SET a = 1");

    revisions.on(db).upgrade("head");

    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
  }

  @Test
  void doesNotKeepAnOlderApplicationFromBootingWhereThatIsAllowed(TestDatabase db)
      throws IOException {
    Files.delete(directory.resolve("r2.sql"));
    MigrationsSettings lenient = SqlRevisions.settings().withOnUnknownRevision(Reaction.WARN);

    RunReport report = revisions.on(db.dataSource(), lenient).upgrade("head");

    assertThat(report.steps()).isEmpty();
    assertThat(report.rowsAfter()).containsExactly("r1");
  }
}
