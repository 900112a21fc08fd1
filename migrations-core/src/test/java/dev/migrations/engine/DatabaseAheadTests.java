package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is at a revision that the application does not have, or has otherwise. */
@PostgresTest
class DatabaseAheadTests {

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void threeRevisions(TestDatabase db) {
    revisions = new SqlRevisions(directory).addTables(3);
    revisions.on(db).upgrade("head");
  }

  @Test
  void anOlderApplicationIsRefusedWithWhatTheHistoryKnows(TestDatabase db) throws IOException {
    Files.delete(directory.resolve("r3.sql"));

    UnknownRevisionInDatabaseException failure =
        catchThrowableOfType(
            UnknownRevisionInDatabaseException.class, () -> revisions.on(db).upgrade("head"));

    assertThat(failure.revisions()).containsExactly("r3");
    assertThat(failure.description())
        .contains("r3 \"Revision r3\" was applied at")
        .contains("orders 1.2.3")
        .contains("[r2]");
    assertThat(failure.action()).contains("migrations.on-unknown-revision=warn");
    assertThatThrownBy(() -> revisions.on(db).validate("head"))
        .isInstanceOf(UnknownRevisionInDatabaseException.class);
  }

  @Test
  void anOlderApplicationRunsNothingWhereThatIsAllowed(TestDatabase db) throws IOException {
    Files.delete(directory.resolve("r3.sql"));
    MigrationsSettings lenient = SqlRevisions.settings().withOnUnknownRevision(Reaction.WARN);

    Migrations migrations = revisions.on(db.dataSource(), lenient);

    assertThat(migrations.upgrade("head").steps()).isEmpty();
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r3");
    assertThat(migrations.status().unknown()).containsExactly("r3");
    assertThat(migrations.status().isAtHead()).isFalse();
    assertThatThrownBy(() -> migrations.downgrade("r1"))
        .isInstanceOf(UnknownRevisionInDatabaseException.class);
  }

  @Test
  void anEditedRevisionIsRefusedNamingItsFile(TestDatabase db) {
    revisions.add("r2", "r1", "CREATE TABLE t2 (id int);", "DROP TABLE t2;");

    EditedRevisionException failure =
        catchThrowableOfType(EditedRevisionException.class, () -> revisions.on(db).upgrade("head"));

    assertThat(failure.revisions()).containsExactly("r2");
    assertThat(failure.description()).contains("r2 (Revision r2) in").contains("r2.sql");
    assertThat(failure.action()).contains("migrations.on-edited-revision=warn");
  }

  @Test
  void anEditedRevisionStopsNewOnesToo(TestDatabase db) {
    revisions
        .add("r2", "r1", "CREATE TABLE t2 (id int);", "DROP TABLE t2;")
        .add("r4", "r3", "CREATE TABLE t4 ();", "DROP TABLE t4;");

    assertThatThrownBy(() -> revisions.on(db).upgrade("head"))
        .isInstanceOf(EditedRevisionException.class);
    assertThat(db.value("SELECT to_regclass('t4')")).isNull();
  }

  @Test
  void anEditIsAcceptedWhereThatIsAllowed(TestDatabase db) {
    revisions.add("r2", "r1", "CREATE TABLE t2 (id int);", "DROP TABLE t2;");
    for (Reaction reaction : new Reaction[] {Reaction.WARN, Reaction.IGNORE}) {
      MigrationsSettings settings = SqlRevisions.settings().withOnEditedRevision(reaction);

      assertThat(revisions.on(db.dataSource(), settings).upgrade("head").steps()).isEmpty();
    }
  }

  @Test
  void commentsWhiteSpaceAndTheDowngradeMayBeEdited(TestDatabase db) {
    revisions.add(
        "r2",
        "r1",
        "-- why this table\r\nCREATE   TABLE t2\n(id bigint /* the key */ PRIMARY KEY)",
        "DROP TABLE IF EXISTS t2;");

    assertThat(revisions.on(db).upgrade("head").steps()).isEmpty();
  }

  @Test
  void aRevisionThatIsAppliedAgainIsComparedWithItsLastForm(TestDatabase db) {
    revisions.on(db).downgrade("r1");
    revisions.add("r2", "r1", "CREATE TABLE t2 (id int);", "DROP TABLE t2;");

    revisions.on(db).upgrade("head");

    assertThat(revisions.on(db).upgrade("head").steps()).isEmpty();
  }
}
