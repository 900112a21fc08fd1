package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.MultipleHeadsException;
import dev.migrations.script.RevisionScripts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A boot with the files of the run before it looks at no revision. */
@PostgresTest
class SameFilesTests {

  /** As if somebody had edited all that is applied: whoever looks at revisions notices. */
  private static final String RECORD_OTHERS =
      "UPDATE migrations_history SET fingerprint = 0, checksum = '1:0'";

  @TempDir Path directory;

  private SqlRevisions revisions;

  @BeforeEach
  void twoRevisions() {
    revisions = new SqlRevisions(directory).addTables(2);
  }

  @Test
  void whatIsThereAlreadyIsNotComparedAgain(TestDatabase db) {
    boot(db);
    db.execute(RECORD_OTHERS);

    assertThat(boot(db).steps()).isEmpty();
    migrations(db).validate("head");
    assertThat(migrations(db).check()).as("who asks is told").hasSize(2);
  }

  @Test
  void afterAStampNeither(TestDatabase db) {
    migrations(db).stamp(List.of("head"), false);
    db.execute(RECORD_OTHERS);

    assertThat(boot(db).steps()).isEmpty();
  }

  @Test
  void aChangeOfAnyFileHasAllOfThemLookedAt(TestDatabase db) {
    boot(db);
    db.execute(RECORD_OTHERS);
    revisions.add("r2", "r1", "-- A table\nCREATE TABLE t2 (id bigint PRIMARY KEY);", "");

    assertThatThrownBy(() -> boot(db))
        .isInstanceOf(EditedRevisionException.class)
        .hasMessageContaining("r1")
        .hasMessageContaining("r2");
  }

  @Test
  void afterADowngradeThereIsSomethingToDo(TestDatabase db) {
    boot(db);
    migrations(db).downgrade("r1");

    assertThat(boot(db).steps()).hasSize(1);
  }

  @Test
  void rowsThatSomebodyChangedByHandAreNoticed(TestDatabase db) {
    boot(db);
    db.execute("UPDATE migrations_revision SET revision = 'r1'; DROP TABLE t2");

    assertThat(boot(db).steps()).extracting(StepReport::revision).containsExactly("r2");
  }

  @Test
  void anEditThatIsWarnedOfIsWarnedOfAtEachBoot(TestDatabase db) {
    boot(db);
    revisions.add("r1", "", "CREATE TABLE t1 (id text);", "DROP TABLE t1;");
    revisions.add("r3", "r2", "CREATE TABLE t3 ();", "DROP TABLE t3;");
    Migrations lenient =
        migrations(db, SqlRevisions.settings().withOnEditedRevision(Reaction.WARN));
    assertThat(lenient.upgrade("head").steps()).hasSize(1);

    assertThatThrownBy(() -> boot(db)).isInstanceOf(EditedRevisionException.class);
  }

  @Test
  void aTargetThatTheHeadsContradictIsStillRefused(TestDatabase db) {
    revisions.add("other", "r1", "CREATE TABLE other ();", "DROP TABLE other;");
    migrations(db).upgrade("heads");
    db.execute(RECORD_OTHERS);

    assertThat(migrations(db).upgrade("heads").steps()).isEmpty();
    assertThatThrownBy(() -> boot(db)).isInstanceOf(MultipleHeadsException.class);
  }

  @Test
  void whatIsHalfDoneIsStillRefused(TestDatabase db) {
    boot(db);
    db.execute(
        "INSERT INTO migrations_journal (revision, direction, unit, checksum, started_at)"
            + " VALUES ('r3', 'upgrade', 0, '1:0', now())");

    assertThatThrownBy(() -> boot(db)).isInstanceOf(RevisionUnderWayException.class);
  }

  private RunReport boot(TestDatabase db) {
    return migrations(db).upgrade("head");
  }

  private Migrations migrations(TestDatabase db) {
    return migrations(db, SqlRevisions.settings());
  }

  private Migrations migrations(TestDatabase db, MigrationsSettings settings) {
    RevisionScripts scripts =
        RevisionScripts.locate(
            List.of(directory.toString()), List.of(), getClass().getClassLoader(), Map.of());
    return new Migrations(db.dataSource(), scripts, settings, List.of());
  }
}
