package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PgBouncer;
import dev.migrations.fixture.PgBouncer.PoolMode;
import dev.migrations.fixture.PgBouncerTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A pooler that leaves the server session with its connection is as good as none. */
@PgBouncerTest
class SessionPoolingTests {

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void aHistoryWithEveryKindOfStatement() {
    revisions =
        new SqlRevisions(directory)
            .addTables(3)
            .add(
                "r4",
                "r3",
                "INSERT INTO t1 SELECT generate_series(1, 100); SELECT count(*) FROM t1;"
                    + "\nCREATE INDEX CONCURRENTLY ix ON t1 (id);\nSET search_path = pg_catalog;",
                "DROP INDEX CONCURRENTLY ix;\nDELETE FROM t1;")
            .add("r5", "r4", "CREATE INDEX CONCURRENTLY ix2 ON t2 (id);", "DROP INDEX ix2;");
  }

  @Test
  void aWholeHistoryGoesUpAndDownAndUp(TestDatabase db) throws SQLException {
    try (PgBouncer pooler = PgBouncer.start(db, PoolMode.SESSION, 2)) {
      Migrations migrations = revisions.on(pooler.dataSource());

      migrations.upgrade("head");
      migrations.downgrade("base");
      migrations.upgrade("head");

      assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r5");
      assertThat(db.value("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isEqualTo("0");
      assertThat(PooledSessions.contents(pooler.dataSource(), 2))
          .containsOnly(PooledSessions.contents(db.dataSource(), 1).get(0));
    }
  }

  @Test
  void oneServerSessionIsEnoughAlsoWhereNoOtherConnectionComes(TestDatabase db) throws Exception {
    try (PgBouncer pooler = PgBouncer.start(db, PoolMode.SESSION, 1)) {
      revisions.on(pooler.dataSource()).upgrade("r4");
      SingleConnectionDataSource only =
          new SingleConnectionDataSource(pooler.dataSource().getConnection(), true);

      revisions.on(only).upgrade("head");

      only.destroy();
      assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r5");
    }
  }
}
