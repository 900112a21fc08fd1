package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.io.EOFException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@PostgresTest
class FailureTests {

  @TempDir Path directory;

  @Test
  void brokenSqlInTheMiddleOfARevisionLeavesNothingOfIt(TestDatabase db) {
    Migrations migrations =
        new SqlRevisions(directory)
            .addTables(1)
            .add(
                "r2",
                "r1",
                "CREATE TABLE kept (id int);\n\nINSERT INTO kept\n  VALUSE (1);\nCREATE TABLE never ();",
                "DROP TABLE kept;")
            .add("r3", "r2", "CREATE TABLE r3 ();", "DROP TABLE r3;")
            .on(db);

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

    assertThat(failure.revision()).isEqualTo("r2");
    assertThat(failure.sqlState()).isEqualTo("42601");
    assertThat(failure.statement()).startsWith("INSERT INTO kept");
    assertThat(failure.position()).hasValue(20);
    assertThat(failure.description())
        .contains("revision r2 (Revision r2)")
        .contains("r2.sql, line 8")
        .contains("statement 2")
        .contains("SQLSTATE 42601")
        .contains("  VALUSE (1)\n  ^".indent(4).stripTrailing());
    assertThat(failure.action()).contains("Nothing of the revision was kept");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r1");
    assertThat(db.value("SELECT to_regclass('kept')")).isNull();
    assertThat(db.value("SELECT to_regclass('r3')")).isNull();
  }

  @Test
  void aFailureIsWrittenToTheHistoryAndDoesNotBlockTheNextRun(TestDatabase db) {
    SqlRevisions revisions =
        new SqlRevisions(directory).addTables(1).add("r2", "r1", "SELECT 1/0;", "");
    Migrations failing = revisions.on(db);
    catchThrowableOfType(RevisionFailedException.class, () -> failing.upgrade("head"));

    HistoryEntry entry = failing.overview().history().get(0);
    assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(entry.revision()).isEqualTo("r2");
    assertThat(entry.error()).contains("division by zero");
    assertThat(failing.lastRun().orElseThrow().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failing.lastRun().orElseThrow().rowsAfter()).containsExactly("r1");

    Migrations corrected = revisions.add("r2", "r1", "CREATE TABLE t2 ();", "").on(db);
    assertThat(corrected.upgrade("head").rowsAfter()).containsExactly("r2");
  }

  @Test
  void aDeferredConstraintThatFailsAtTheCommitIsReportedAsSuch(TestDatabase db) {
    Migrations migrations =
        new SqlRevisions(directory)
            .add(
                "r1",
                "",
                "CREATE TABLE a (id int PRIMARY KEY, other int REFERENCES a DEFERRABLE INITIALLY DEFERRED);\nINSERT INTO a VALUES (1, 2);",
                "")
            .on(db);

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

    assertThat(failure.sqlState()).isEqualTo("23503");
    assertThat(failure.description()).contains("at the commit");
    assertThat(db.value("SELECT to_regclass('a')")).isNull();
  }

  @Test
  void aBackendThatIsKilledInTheMiddleLeavesNothingAndTheNextRunGoesOn(TestDatabase db) {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .addTables(1)
            .add(
                "r2",
                "r1",
                "CREATE TABLE t2 (); SELECT pg_terminate_backend(pg_backend_pid());",
                "");
    Migrations killed = revisions.on(db);

    MigrationsException failure =
        catchThrowableOfType(MigrationsException.class, () -> killed.upgrade("head"));

    assertThat(failure)
        .hasMessageContaining("terminating connection")
        .hasMessageContaining("revision r2");
    assertThat(failure.action()).contains("the next run asks the database");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r1");
    Migrations next = revisions.add("r2", "r1", "CREATE TABLE t2 ();", "").on(db);
    assertThat(next.upgrade("head").rowsAfter()).containsExactly("r2");
  }

  @Test
  void aDatabaseThatCannotBeReachedIsSaidInOneSentence() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/nothing");
    Migrations migrations = new SqlRevisions(directory).addTables(1).on(nowhere);

    DatabaseUnavailableException failure =
        catchThrowableOfType(DatabaseUnavailableException.class, () -> migrations.upgrade("head"));

    assertThat(failure.description()).contains("cannot be reached").contains("127.0.0.1:1");
    assertThat(failure.action()).contains("URL, user and password");
  }

  @Test
  void aUserWithoutTheRightToCreateTablesIsToldWhatToGrant(TestDatabase db) {
    String role = "reader_" + db.name();
    db.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    db.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
    try {
      Migrations migrations =
          new SqlRevisions(directory).addTables(1).on(db.dataSource(role, "secret"));

      TablesNotCreatedException failure =
          catchThrowableOfType(TablesNotCreatedException.class, () -> migrations.upgrade("head"));

      assertThat(failure.description()).contains(role).contains("schema public");
      assertThat(failure.action()).contains("GRANT USAGE, CREATE ON SCHEMA public TO " + role);
    } finally {
      db.execute("DROP ROLE " + role);
    }
  }

  @Test
  void aRoleThatMayOnlyReadIsToldWhereThatComesFrom(TestDatabase db) {
    db.execute("ALTER DATABASE " + db.name() + " SET default_transaction_read_only = on");
    Migrations migrations = new SqlRevisions(directory).addTables(1).on(db);

    TablesNotCreatedException failure =
        catchThrowableOfType(TablesNotCreatedException.class, () -> migrations.upgrade("head"));

    assertThat(failure.action()).contains("default_transaction_read_only").doesNotContain("GRANT");
  }

  @Test
  void aUserWhoMayNotReadTheTablesIsToldSo(TestDatabase db) {
    String role = "stranger_" + db.name();
    SqlRevisions revisions = new SqlRevisions(directory).addTables(1);
    revisions.on(db).upgrade("head");
    db.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
    try {
      Migrations migrations = revisions.on(db.dataSource(role, "secret"));

      BookkeepingException failure =
          catchThrowableOfType(BookkeepingException.class, () -> migrations.upgrade("head"));

      assertThat(failure.description()).contains("permission denied").contains("42501");
    } finally {
      db.execute("DROP ROLE " + role);
    }
  }

  @Test
  void aDowngradeIsRefusedAsAWholeWhenARevisionInItHasNone(TestDatabase db) {
    Migrations migrations =
        new SqlRevisions(directory)
            .write("r1", "-- revision: r1\n-- message: One\n-- upgrade\nCREATE TABLE t1 ();\n")
            .add("r2", "r1", "CREATE TABLE t2 ();", "DROP TABLE t2;")
            .on(db);
    migrations.upgrade("head");

    MigrationsException failure =
        catchThrowableOfType(MigrationsException.class, () -> migrations.downgrade("base"));

    assertThat(failure.description()).contains("r1");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
    assertThat(db.value("SELECT to_regclass('t2')")).isEqualTo("t2");
  }

  @Test
  void validateNamesWhatIsPendingAndChangesNothing(TestDatabase db) {
    Migrations migrations = new SqlRevisions(directory).addTables(2).on(db);

    NotAtTargetException failure =
        catchThrowableOfType(NotAtTargetException.class, () -> migrations.validate("head"));

    assertThat(failure.pending()).isEqualTo(List.of("r1", "r2"));
    assertThat(failure.description()).contains("r1 (Revision r1)");
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
    migrations.upgrade("head");
    migrations.validate("head");
  }

  @Test
  void aCauseWithoutWordsIsNamedByItsKind() {
    SQLException failure =
        new SQLException("The connection attempt failed.", "08001", new EOFException());

    assertThat(new DatabaseUnavailableException(failure).description())
        .contains("The connection attempt failed. (EOFException)")
        .doesNotContain("null");
  }
}
