package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index that is there already when a revision comes to build it. */
@PostgresTest
class IndexRecoveryTests {

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void aTable(TestDatabase db) {
    revisions =
        new SqlRevisions(directory)
            .add(
                "r1",
                "",
                """
                CREATE TABLE customer (id int, "E-mail" text, tags text[], born date);
                CREATE TABLE "a USING b" (id int);
                """,
                "DROP TABLE customer;");
    revisions.on(db).upgrade("head");
  }

  private void build(String rest) {
    revisions.add("r2", "r1", "CREATE " + rest + ";", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INDEX CONCURRENTLY ix ON customer (\"E-mail\" COLLATE \"C\" text_pattern_ops DESC NULLS LAST)",
        "UNIQUE INDEX CONCURRENTLY ix ON public.customer (id) INCLUDE (born) WHERE id > 0",
        "INDEX CONCURRENTLY ix ON customer USING gin (tags) WITH (fastupdate = off)",
        "INDEX CONCURRENTLY ix ON customer (lower(\"E-mail\"), id) WHERE customer.id > 0",
        "INDEX CONCURRENTLY \"b USING c\" ON \"a USING b\" (id)",
        "INDEX CONCURRENTLY ix ON customer ((customer.id + 1), (born + 1))",
      })
  void isAcceptedWhenItIsTheSame(String statement, TestDatabase db) {
    build(statement);
    db.execute("CREATE " + statement.replace("CONCURRENTLY", ""));

    revisions.on(db).upgrade("head");

    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INDEX ix ON customer (id DESC)",
        "UNIQUE INDEX ix ON customer (id)",
        "INDEX ix ON customer (id) WHERE id > 0",
        "INDEX ix ON customer (id) INCLUDE (born)",
        "INDEX ix ON customer USING hash (id)",
        "INDEX ix ON \"a USING b\" (id)",
      })
  void isAnErrorWhenItIsAnother(String there, TestDatabase db) {
    build("INDEX CONCURRENTLY ix ON customer (id)");
    db.execute("CREATE " + there);

    assertThat(catchThrowable(() -> revisions.on(db).upgrade("head")))
        .isInstanceOf(RevisionFailedException.class)
        .hasCauseInstanceOf(IndexMismatchException.class);
  }

  @Test
  void isAcceptedWhereNobodyMayMakeTemporaryTables(TestDatabase db) {
    String role = "owner_" + db.name();
    db.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
    try {
      db.execute("REVOKE TEMPORARY ON DATABASE " + db.name() + " FROM PUBLIC");
      db.execute("GRANT CREATE ON SCHEMA public TO " + role);
      db.execute("ALTER TABLE customer OWNER TO " + role);
      db.execute(
          "GRANT SELECT, INSERT, UPDATE, DELETE ON migrations_revision, migrations_history, migrations_journal TO "
              + role);
      build("INDEX CONCURRENTLY ix ON customer (id)");
      db.execute("CREATE INDEX ix ON customer (id)");

      revisions.on(db.dataSource(role, "secret")).upgrade("head");

      assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r2");
      assertThat(db.column("SELECT 1 FROM pg_class WHERE relname LIKE 'migrations_probe%'"))
          .isEmpty();
    } finally {
      db.execute("REVOKE ALL ON SCHEMA public FROM " + role);
      db.execute("DROP OWNED BY " + role);
      db.execute("DROP ROLE " + role);
    }
  }

  @Test
  void isWaitedForWhenAnotherSessionIsBuildingIt(TestDatabase db) throws Exception {
    build("INDEX CONCURRENTLY ix ON customer (id)");
    try (Connection reader = db.connect()) {
      keepBuildsWaiting(reader);
      CompletableFuture<Void> other =
          CompletableFuture.runAsync(
              () -> db.execute("CREATE INDEX CONCURRENTLY ix ON customer (id)"));
      Awaitility.await().until(() -> db.value("SELECT to_regclass('ix')") != null);
      String oid = db.value("SELECT 'ix'::regclass::oid");
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(() -> revisions.on(db).upgrade("head"));
      // Longer than deadlock_timeout.
      Awaitility.await()
          .until(
              () ->
                  db.column(
                      "SELECT 1 FROM migrations_journal WHERE started_at < clock_timestamp() - interval '1500 ms'"),
              started -> !started.isEmpty());

      reader.rollback();

      other.get(30, TimeUnit.SECONDS);
      assertThat(run.get(30, TimeUnit.SECONDS).rowsAfter()).containsExactly("r2");
      assertThat(db.value("SELECT 'ix'::regclass::oid")).isEqualTo(oid);
    }
  }

  private static void keepBuildsWaiting(Connection reader) throws SQLException {
    reader.setAutoCommit(false);
    reader.createStatement().execute("LOCK TABLE customer IN ROW EXCLUSIVE MODE");
  }
}
