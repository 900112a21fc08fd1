package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class ConcurrentIndexTests {

  private static final String VALID =
      "SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_email'::regclass";

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void aTableWithRows(TestDatabase db) {
    revisions =
        new SqlRevisions(directory)
            .add(
                "r1",
                "",
                "CREATE TABLE customer (id int, email text); INSERT INTO customer SELECT i, 'a' || i FROM generate_series(1, 1000) i;",
                "DROP TABLE customer;");
    revisions.on(db).upgrade("head");
    revisions.add(
        "r2",
        "r1",
        "CREATE UNIQUE INDEX CONCURRENTLY ix_email ON customer (lower(email)) WHERE id > 0;",
        "DROP INDEX CONCURRENTLY ix_email;");
  }

  @Test
  void itIsBuiltAndTakenBack(TestDatabase db) {
    revisions.on(db).upgrade("head");
    assertThat(db.value(VALID)).isEqualTo("t");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();

    revisions.on(db).downgrade("-1");
    assertThat(db.value("SELECT to_regclass('ix_email')")).isNull();
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
  }

  @Test
  void anInvalidOneThatAKilledBuildLeftIsReplaced(TestDatabase db) {
    db.execute("CREATE UNIQUE INDEX ix_email ON customer (lower(email)) WHERE id > 0");
    db.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_email'::regclass");
    String leftover = db.value("SELECT 'ix_email'::regclass::oid");

    revisions.on(db).upgrade("head");

    assertThat(db.value(VALID)).isEqualTo("t");
    assertThat(db.value("SELECT 'ix_email'::regclass::oid")).isNotEqualTo(leftover);
  }

  @Test
  void aValidOneWithTheSameMeaningIsAccepted(TestDatabase db) {
    db.execute(
        "CREATE UNIQUE INDEX ix_email ON public.customer USING btree (LOWER(email)) WHERE (id > 0)");
    String there = db.value("SELECT 'ix_email'::regclass::oid");

    revisions.on(db).upgrade("head");

    assertThat(db.value("SELECT 'ix_email'::regclass::oid")).isEqualTo(there);
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
  }

  @Test
  void aValidOneWithAnotherMeaningIsAnErrorThatShowsBoth(TestDatabase db) {
    db.execute("CREATE INDEX ix_email ON customer (email)");

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> revisions.on(db).upgrade("head"));

    assertThat(failure).hasCauseInstanceOf(IndexMismatchException.class);
    assertThat(failure.action()).contains("another name").contains("Nothing of the revision");
    assertThat(failure.description())
        .contains("revision r2")
        .contains("r2.sql, line 6")
        .doesNotContain("probe")
        .contains("lower(email)")
        .contains("(email)");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r1");
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
  }

  @Test
  void aBuildThatMeetsDuplicatesLeavesNoInvalidIndexBehind(TestDatabase db) {
    db.execute("INSERT INTO customer VALUES (1001, 'A1')");

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> revisions.on(db).upgrade("head"));

    assertThat(failure.sqlState()).isEqualTo("23505");
    assertThat(db.value("SELECT to_regclass('ix_email')")).isNull();
    db.execute("DELETE FROM customer WHERE id = 1001");
    revisions.on(db).upgrade("head");
    assertThat(db.value(VALID)).isEqualTo("t");
  }

  @Test
  void aBuildThatTheStatementTimeoutCancelsIsMadeGoodByTheNextRun(TestDatabase db)
      throws SQLException {
    MigrationsSettings hasty = SqlRevisions.settings().withStatementTimeout(Duration.ofMillis(300));
    try (Connection writer = db.connect()) {
      // A build waits for it, and so does whoever clears the build away.
      LockHolder.holdTable(writer, "customer", "ROW EXCLUSIVE");

      RevisionFailedException failure =
          catchThrowableOfType(
              RevisionFailedException.class,
              () -> revisions.on(db.dataSource(), hasty).upgrade("head"));

      assertThat(failure.sqlState()).isEqualTo("57014");
      assertThat(failure.description()).contains("statement timeout");
      assertThat(db.value(VALID)).isEqualTo("f");
      writer.rollback();
    }

    revisions.on(db.dataSource(), hasty).upgrade("head");

    assertThat(db.value(VALID)).isEqualTo("t");
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
  }

  @Test
  void aCrashBetweenTheBuildAndItsNoteIsMadeGoodByTheNextRun(TestDatabase db) {
    Migrations migrations = revisions.on(db);
    migrations.upgrade("head");
    migrations.downgrade("r1");
    db.execute("CREATE UNIQUE INDEX ix_email ON customer (lower(email)) WHERE id > 0");
    db.execute(
        "INSERT INTO migrations_journal VALUES ('r2', 'upgrade', 0, 'not looked at', now(), NULL)");
    assertThat(migrations.status().underWay())
        .extracting(RevisionUnderWay::revision, RevisionUnderWay::unitsDone)
        .containsExactly(tuple("r2", 0));

    migrations.upgrade("head");

    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
  }

  @Test
  void whatAKilledBuildLeftIsDroppedAlsoWhenTheIndexHasAnotherNameByNow(TestDatabase db) {
    db.execute("CREATE INDEX old_name ON customer (email)");
    db.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'old_name'::regclass");
    db.execute(
        "INSERT INTO migrations_journal VALUES"
            + " ('r2', 'upgrade', 0, 'of another text', now(), NULL, 'public.old_name')");

    revisions.on(db).upgrade("head");

    assertThat(db.value("SELECT to_regclass('old_name')")).isNull();
    assertThat(db.value(VALID)).isEqualTo("t");
  }

  @Test
  void aBuildNotesItsIndexWhileItRuns(TestDatabase db) {
    db.execute("CREATE TABLE noted AS SELECT NULL::text AS name");
    db.execute(
        "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN UPDATE noted SET name = NEW.index_name; RETURN NEW; END'");
    db.execute(
        "CREATE TRIGGER note BEFORE INSERT ON migrations_journal FOR EACH ROW EXECUTE FUNCTION note()");

    revisions.on(db).upgrade("head");

    assertThat(db.value("SELECT name FROM noted")).isEqualTo("public.ix_email");
  }

  @Test
  void aCrashBetweenTheDropAndItsNoteIsMadeGoodByTheNextRun(TestDatabase db) {
    Migrations migrations = revisions.on(db);
    migrations.upgrade("head");
    db.execute("DROP INDEX ix_email");
    db.execute(
        "INSERT INTO migrations_journal VALUES ('r2', 'downgrade', 0, 'not looked at', now(), NULL)");

    migrations.downgrade("-1");

    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r1");
  }
}
