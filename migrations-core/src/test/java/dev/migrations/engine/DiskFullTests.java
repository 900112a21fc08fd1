package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.Operations;
import dev.migrations.fixture.SmallDisk;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The disk of the server is full, for real. Then it may also have no room for what a new session
 * writes, so runs are on a connection that is there before.
 */
class DiskFullTests {

  private static final int A_BIT = 1_000;

  @TempDir Path directory;
  private SmallDisk disk;
  private TestDatabase db;
  private SqlRevisions revisions;
  private SingleConnectionDataSource lent;

  @BeforeEach
  void aDatabaseWithATable() throws SQLException {
    Optional<SmallDisk> small = SmallDisk.create();
    Assumptions.assumeTrue(
        small.isPresent(), "The server has no small disk: that needs Docker, or root on Linux");
    disk = small.get();
    db = disk.database();
    db.execute("CREATE TABLE big (id int, text text)");
    revisions = new SqlRevisions(directory);
    lent = new SingleConnectionDataSource(db.connect(), true);
  }

  @AfterEach
  void close() {
    if (disk != null) {
      lent.destroy();
      disk.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"INSERT, 'line 7, '", "COPY, line "})
  void inTheMiddleOfAUnit(String kind, String line) {
    String rows =
        "COPY".equals(kind)
            ? "COPY big FROM STDIN;\n" + ("1\t" + "x".repeat(999) + "\n").repeat(3000) + "\\.\n"
            : "INSERT INTO big SELECT i, repeat('x', 999) FROM generate_series(1, 3000) AS i;";
    revisions.add("r1", "", "CREATE TABLE t ();\n\n" + rows, "");
    disk.fill(A_BIT);

    RevisionFailedException failure = failure(revisions.on(lent));

    assertThat(failure.sqlState()).isEqualTo("53100");
    assertThat(failure.description())
        .contains("revision r1", "r1.sql, " + line, ", unit 1 of 1, statement 2, SQLSTATE 53100")
        .contains("No space left on device");
    assertThat(failure.action())
        .startsWith("Nothing of the revision was kept. Free space on the disk of the server");
    assertConverges("TRUNCATE big");
    assertThat(db.value("SELECT count(*) FROM big")).isEqualTo("3000");
  }

  private static RevisionFailedException failure(Migrations migrations) {
    return catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));
  }

  private void assertConverges(String room) {
    disk.free();
    db.execute(room);
    revisions.on(lent).upgrade("head");
    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r1");
    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
    assertThat(db.column("SELECT 1 FROM pg_index WHERE NOT indisvalid")).isEmpty();
  }

  @Test
  void atTheCommit() {
    db.execute(
        """
        CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          INSERT INTO big SELECT i, repeat('x', 999) FROM generate_series(1, 3000) AS i;
          RETURN NULL;
        END $$;
        CREATE TABLE t (a int);
        CREATE CONSTRAINT TRIGGER fill AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION fill();
        """);
    revisions.add("r1", "", "INSERT INTO t VALUES (1);", "");
    disk.fill(A_BIT);

    RevisionFailedException failure = failure(revisions.on(lent));

    assertThat(failure.sqlState()).isEqualTo("53100");
    assertThat(failure.description()).contains("revision r1", "unit 1 of 1, at the commit");
    assertThat(failure.action()).contains("Nothing of the revision was kept", "Free space");
    assertConverges("TRUNCATE big");
    assertThat(db.value("SELECT count(*) FROM t")).isEqualTo("1");
  }

  @Test
  void whileTheTablesAreCreatedAndWhileTheRunIsRecorded() {
    revisions.add("r1", "", "SELECT 1;", "");
    disk.fill(0);

    TablesNotCreatedException noTables =
        catchThrowableOfType(
            TablesNotCreatedException.class, () -> revisions.on(lent).upgrade("head"));
    assertThat(noTables.description()).contains("No space left on device", "SQLSTATE 53100");
    assertThat(noTables.action()).startsWith("Free space").doesNotContain("GRANT");

    disk.free();
    new Tables("public").ddl().forEach(db::execute);
    disk.fill(0);
    RevisionFailedException failure = failure(revisions.on(lent));
    assertThat(failure.description())
        .contains("revision r1", "while the run was being recorded, SQLSTATE 53100");
    assertThat(failure.action()).contains("Nothing of the revision was kept", "Free space");

    revisions.add("r1", "", "SELECT 1 / 0;", "");
    RevisionFailedException other = failure(revisions.on(lent));
    assertThat(other.sqlState()).isEqualTo("22012");
    assertThat(other.getSuppressed())
        .as("why the history has no row of it")
        .extracting(suppressed -> ((SQLException) suppressed).getSQLState())
        .containsExactly("53100");
    revisions.add("r1", "", "SELECT 1;", "");

    BookkeepingException stamp =
        catchThrowableOfType(
            BookkeepingException.class, () -> revisions.on(lent).stamp(List.of("head"), false));
    assertThat(stamp.description()).contains("No space left on device", "SQLSTATE 53100");
    assertThat(stamp.action()).startsWith("Free space").doesNotContain("Grant");
    assertConverges("TRUNCATE big");
  }

  @Test
  void inAConcurrentBuild() {
    db.execute("INSERT INTO big SELECT generate_series(1, 100000)");
    revisions.add(
        "r1", "", "CREATE TABLE t ();\nCREATE INDEX CONCURRENTLY ix ON big (id);\nSELECT 1;", "");
    disk.fill(A_BIT);

    RevisionFailedException failure = failure(revisions.on(lent));

    assertThat(failure.sqlState()).isEqualTo("53100");
    assertThat(failure.description()).contains("revision r1", "line 6, unit 2 of 3");
    assertThat(failure.action()).contains("The 1 unit before it stays committed", "Free space");
    disk.free();
    assertThat(db.column("SELECT 1 FROM pg_index WHERE NOT indisvalid")).isEmpty();
    assertConverges("SELECT 1");
    assertThat(db.value("SELECT to_regclass('ix')")).isEqualTo("ix");
  }

  @Test
  void inABatch() {
    db.execute("ALTER TABLE big ADD PRIMARY KEY (id)");
    db.execute("INSERT INTO big SELECT generate_series(1, 3000)");
    Consumer<Operations> filling =
        op ->
            op.backfill("big")
                .set("text", "coalesce(text, '') || repeat('x', 999)")
                .batchSize(100)
                .reversedByNothing();
    disk.fill(A_BIT);

    RevisionFailedException failure = failure(Backfills.on(lent, filling));

    assertThat(failure.sqlState()).isEqualTo("53100");
    assertThat(failure.description()).contains("revision b1", "unit 1 of 1");
    assertThat(failure.action()).contains("The batches before it stay committed", "Free space");
    disk.free();
    assertThat(db.value("SELECT count(*) > 0 FROM big WHERE text IS NOT NULL")).isEqualTo("t");
    Backfills.on(lent, filling).upgrade("head");
    assertThat(db.column("SELECT DISTINCT length(text) FROM big")).containsExactly("999");
  }
}
