package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireProxy;
import dev.migrations.graph.PlanStep;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What fails while a failed run is cleaned up neither hides the failure nor holds it back. */
@PostgresTest
@Timeout(30)
class FirstFailureTests {

  /** One that a forgotten cleanup would wait for. */
  private static final MigrationsSettings PATIENT =
      SqlRevisions.settings()
          .withLockTimeout(Duration.ofMinutes(10))
          .withStatementTimeout(Duration.ofMinutes(10));

  @TempDir Path directory;

  @Test
  void isToldThoughTheHistoryIsLocked(TestDatabase db) throws SQLException {
    SqlRevisions revisions = new SqlRevisions(directory).add("r1", "", "SELECT 1 / 0;", "");
    try (Connection other = db.connect()) {
      Migrations migrations =
          revisions.on(db.dataSource(), PATIENT, atTheStart(() -> lockHistory(other)));

      RevisionFailedException failure =
          catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

      assertThat(failure.sqlState()).isEqualTo("22012");
      assertThat(failure.getSuppressed())
          .extracting(Throwable::getMessage)
          .singleElement()
          .asString()
          .contains("lock timeout");
    }
    assertThat(db.column("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).isEmpty();
  }

  private static MigrationsListener atTheStart(Runnable work) {
    return new MigrationsListener() {
      @Override
      public void stepStarted(PlanStep step) {
        work.run();
      }
    };
  }

  private static void lockHistory(Connection other) {
    try {
      LockHolder.holdTable(other, "migrations_history", "SHARE");
    } catch (SQLException ex) {
      throw new IllegalStateException(ex);
    }
  }

  @Test
  void isToldThoughTheServerIsGone(TestDatabase db) {
    try (WireProxy proxy = new WireProxy(db)) {
      Migrations migrations =
          Backfills.on(
              proxy.dataSource(),
              op ->
                  op.run(
                          "fail",
                          connection -> {
                            proxy.stall();
                            throw new IllegalStateException("the first");
                          })
                      .reversedBy(connection -> {}));

      RevisionFailedException failure =
          catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

      assertThat(failure.description()).contains("the first", "code \"fail\"");
      assertThat(failure.getSuppressed()).isNotEmpty();
    }
  }

  @Test
  void isToldThoughAReaderKeepsTheInvalidIndex(TestDatabase db) throws SQLException {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .add("r1", "", "CREATE TABLE t (a int);\nINSERT INTO t VALUES (1), (1);", "")
            .add("r2", "r1", "CREATE UNIQUE INDEX CONCURRENTLY ix ON t (a);", "");
    revisions.on(db).upgrade("r1");
    Migrations migrations = revisions.on(db.dataSource(), PATIENT);
    try (Connection reader = db.connect()) {
      LockHolder.holdTable(reader, "t");

      RevisionFailedException failure =
          catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

      assertThat(failure.sqlState()).isEqualTo("23505");
      assertThat(failure.getCause().getSuppressed())
          .extracting(Throwable::getMessage)
          .singleElement()
          .asString()
          .contains("lock timeout");
    }
    db.execute("DELETE FROM t WHERE ctid = '(0,2)'");
    migrations.upgrade("head");
    assertThat(db.value("SELECT bool_and(indisvalid) FROM pg_index WHERE indrelid = 't'::regclass"))
        .isEqualTo("t");
  }

  @Test
  void isToldThoughTheConnectionBrokeWhileDefinitionsWereCompared(TestDatabase db) {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(1);
    revisions.on(db).upgrade("head");
    revisions.add("r2", "r1", "CREATE INDEX CONCURRENTLY ix ON t1 (id);", "");
    db.execute(
        """
        CREATE INDEX ix ON t1 (id);
        CREATE FUNCTION kill() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
          PERFORM pg_terminate_backend(pg_backend_pid());
        END $$;
        CREATE EVENT TRIGGER kill ON ddl_command_start WHEN TAG IN ('CREATE INDEX')
          EXECUTE FUNCTION kill();
        """);

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> revisions.on(db).upgrade("head"));

    assertThat(failure.description()).contains("terminating connection", "SQLSTATE 57P01");
  }

  @Test
  void isToldThoughTheConnectionBrokeWhileTheTablesWereCreated(TestDatabase db) {
    db.execute(
        """
        CREATE FUNCTION kill() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
          PERFORM pg_terminate_backend(pg_backend_pid());
        END $$;
        CREATE EVENT TRIGGER kill ON ddl_command_start WHEN TAG IN ('CREATE TABLE')
          EXECUTE FUNCTION kill();
        """);
    Migrations migrations = new SqlRevisions(directory).addTables(1).on(db);

    DatabaseUnavailableException failure =
        catchThrowableOfType(DatabaseUnavailableException.class, () -> migrations.upgrade("head"));

    assertThat(failure.description()).contains("terminating connection");
    assertThat(failure.action()).doesNotContain("GRANT");
  }

  @Test
  void isToldThoughAListenerFailsWithAnError(TestDatabase db) {
    MigrationsListener listener =
        new MigrationsListener() {
          @Override
          public void runFinished(RunReport report) {
            throw new NoClassDefFoundError("a/Listener");
          }
        };
    Migrations migrations =
        new SqlRevisions(directory)
            .add("r1", "", "SELECT 1 / 0;", "")
            .on(db.dataSource(), SqlRevisions.settings(), listener);

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

    assertThat(failure.getSuppressed()).hasAtLeastOneElementOfType(NoClassDefFoundError.class);
  }
}
