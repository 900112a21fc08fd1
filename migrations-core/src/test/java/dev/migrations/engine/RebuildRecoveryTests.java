package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.Recovery.IndexRebuild;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a concurrent rebuild left that was killed. */
@PostgresTest
class RebuildRecoveryTests {

  private static final String INDEXES =
      "SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace AND relname !~ 'migrations' ORDER BY 1";

  private static final String BUILDS_THERE =
      "SELECT 1 FROM pg_stat_progress_create_index WHERE datname <> current_database() AND relid = 't'::regclass";

  @ParameterizedTest
  @ValueSource(strings = {"Orders", "ix"})
  void onlyItsInvalidIndexesAreDropped(String name, TestDatabase db) throws SQLException {
    db.execute(
        """
        CREATE TABLE "Orders" (id int);
        CREATE TABLE other (id int);
        CREATE INDEX ix ON "Orders" (id);
        CREATE INDEX "ix_ccnew" ON "Orders" (id);
        CREATE INDEX "ix_ccold1" ON "Orders" (id);
        CREATE INDEX "valid_ccnew" ON "Orders" (id);
        CREATE INDEX "mine" ON "Orders" (id);
        CREATE INDEX "other_ccnew" ON other (id);
        UPDATE pg_index SET indisvalid = false WHERE indexrelid IN ('ix_ccnew'::regclass,
          'ix_ccold1'::regclass, 'mine'::regclass, 'other_ccnew'::regclass);
        """);
    try (Connection connection = db.connect()) {
      new RebuildRecovery(connection).clear(new IndexRebuild(QualifiedName.parse(name)));
    }
    assertThat(
            db.column(
                "SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace ="
                    + " 'public'::regnamespace ORDER BY 1"))
        .containsExactly("ix", "mine", "other_ccnew", "valid_ccnew");
  }

  /** Databases that were made of the same template have the same numbers for their tables. */
  @Test
  void aBuildInAnotherDatabaseIsNoReasonToLeaveThem(TestDatabase db) throws Exception {
    db.execute(
        """
        CREATE TABLE t (id int);
        CREATE INDEX ix ON t (id);
        CREATE INDEX ix_ccnew ON t (id);
        UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_ccnew'::regclass;
        """);
    try (TestDatabase twin = db.copy();
        Connection writer = twin.connect();
        Connection builder = twin.connect();
        Connection connection = db.connect()) {
      writer.setAutoCommit(false);
      writer.createStatement().execute("INSERT INTO t VALUES (1)");
      CompletableFuture<Boolean> build =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return builder.createStatement().execute("REINDEX INDEX CONCURRENTLY ix");
                } catch (SQLException ex) {
                  throw new IllegalStateException(ex);
                }
              });
      Awaitility.await().until(() -> db.column(BUILDS_THERE).size() == 1);

      new IndexRecovery(connection).clearFormer("public.ix_ccnew");
      assertThat(db.value("SELECT to_regclass('ix_ccnew')")).isNull();
      db.execute(
          "CREATE INDEX ix_ccnew ON t (id); UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_ccnew'::regclass");
      new RebuildRecovery(connection).clear(new IndexRebuild(QualifiedName.parse("ix")));
      assertThat(db.value("SELECT to_regclass('ix_ccnew')")).isNull();

      writer.rollback();
      build.get();
    }
  }

  @Test
  void oneThatFailedLeavesNothingBehind(@TempDir Path directory, TestDatabase db) throws Exception {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .add("r1", "", "CREATE TABLE t (id int); CREATE INDEX ix ON t (id);", "DROP TABLE t;")
            .add("r2", "r1", "REINDEX INDEX CONCURRENTLY ix;", "");
    MigrationsSettings hasty = SqlRevisions.settings().withStatementTimeout(Duration.ofMillis(300));
    revisions.on(db).upgrade("r1");
    try (Connection writer = db.connect()) {
      writer.setAutoCommit(false);
      writer.createStatement().execute("INSERT INTO t VALUES (1)");
      assertThatThrownBy(() -> revisions.on(db.dataSource(), hasty).upgrade("head"))
          .isInstanceOf(RevisionFailedException.class)
          .hasMessageContaining("statement timeout");
      assertThat(db.column(INDEXES)).as("while one writes").containsExactly("ix", "ix_ccnew");
      writer.rollback();
    }

    revisions.on(db).upgrade("head");

    assertThat(db.column(INDEXES)).containsExactly("ix");
  }
}
