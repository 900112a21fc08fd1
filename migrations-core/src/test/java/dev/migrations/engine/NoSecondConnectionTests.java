package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A run whose progress cannot be looked at goes on all the same. */
@PostgresTest
class NoSecondConnectionTests {

  @TempDir Path directory;
  private SqlRevisions revisions;
  private final ProgressKeeper keeper = new ProgressKeeper();

  @BeforeEach
  void aTable(TestDatabase db) {
    revisions = new SqlRevisions(directory).addTables(1);
    revisions.on(db).upgrade("head");
    revisions
        .add("r2", "r1", "ALTER TABLE t1 ADD COLUMN a text;", "")
        .add("r3", "r2", "ALTER TABLE t1 ADD COLUMN b text;", "");
  }

  @Test
  void aConnectionThatIsRefused(TestDatabase db) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    DataSource refusing =
        new DelegatingDataSource(db.dataSource()) {
          @Override
          public Connection getConnection() throws SQLException {
            if (asked.incrementAndGet() > 1) {
              throw new SQLException("too many clients already", "53300");
            }
            return super.getConnection();
          }
        };

    assertGoesThrough(refusing, db);

    assertThat(asked).hasValue(2);
  }

  @Test
  void aConnectionThatIsOneTooManyForTheRole(TestDatabase db) throws Exception {
    String role = db.name() + "_alone";
    db.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret' CONNECTION LIMIT 1");
    db.execute("GRANT ALL ON SCHEMA public TO " + role);
    db.column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        .forEach(table -> db.execute("ALTER TABLE %s OWNER TO %s".formatted(table, role)));
    try {
      assertGoesThrough(db.dataSource(role, "secret"), db);
    } finally {
      db.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
    }
  }

  @Test
  void aConnectionThatNeverComes(TestDatabase db) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    DataSource silent =
        new DelegatingDataSource(db.dataSource()) {
          @Override
          public Connection getConnection() throws SQLException {
            if (asked.incrementAndGet() > 1) {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException ex) {
                throw new SQLException(ex);
              }
            }
            return super.getConnection();
          }
        };

    assertGoesThrough(silent, db);
  }

  @Test
  void aConnectionThatIsTheOneAndOnlyIsNeitherTouchedNorClosed(TestDatabase db) throws Exception {
    try (Connection connection = db.connect()) {
      assertGoesThrough(new SingleConnectionDataSource(connection, true), db);
      assertThat(connection.isClosed()).isFalse();
    }
    try (Connection connection = db.connect()) {
      revisions.on(db).stamp(List.of("r1"), false);
      db.execute("ALTER TABLE t1 DROP a, DROP b");
      assertGoesThrough(new SingleConnectionDataSource(connection, false), db);
    }
  }

  @Test
  void aConnectionToAnotherDatabaseTellsNothing(TestDatabase db) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    DataSource routing =
        new DelegatingDataSource(db.dataSource()) {
          @Override
          public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            if (asked.incrementAndGet() > 1) {
              connection.close();
              return elsewhere(db);
            }
            return connection;
          }
        };

    assertGoesThrough(routing, db);
  }

  private static Connection elsewhere(TestDatabase db) throws SQLException {
    PGSimpleDataSource postgres = new PGSimpleDataSource();
    postgres.setUrl(db.jdbcUrl());
    postgres.setDatabaseName("postgres");
    return postgres.getConnection(db.user(), db.password());
  }

  private void assertGoesThrough(DataSource dataSource, TestDatabase db) throws Exception {
    keeper.heard().clear();
    MigrationsSettings patient = SqlRevisions.settings().withLockTimeout(Duration.ofSeconds(60));
    try (Connection holder = db.connect()) {
      LockHolder.holdTable(holder, "t1");
      Migrations migrations = revisions.on(dataSource, patient, keeper);
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(() -> migrations.upgrade("head"));
      Awaitility.await().until(() -> keeper.heard().size() >= 2);
      holder.rollback();

      assertThat(run.get(30, TimeUnit.SECONDS).rowsAfter()).containsExactly("r3");
    }
    assertThat(keeper.heard()).extracting(Progress::server).containsOnlyNulls();
    Awaitility.await().untilAsserted(() -> assertThat(EngineThreads.alive()).isEmpty());
  }
}
