package dev.migrations.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsListener;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.engine.Progress;
import dev.migrations.engine.RunReport;
import dev.migrations.engine.ServerActivity;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.RevisionScripts;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at the progress takes a second connection from the application's pool, or does not. */
@PostgresTest
class PoolProgressTests {

  private final List<Progress> heard = new CopyOnWriteArrayList<>();

  @Test
  void aPoolOfOneConnectionIsEnough(TestDatabase db) throws Exception {
    try (HikariDataSource pool = pool(db, 1, true)) {
      upgrade(db, pool, () -> heard.size() >= 2);

      assertThat(heard).extracting(Progress::server).containsOnlyNulls();
      assertAtRest(db, pool, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSecondConnectionIsGivenBackAfterEachLook(boolean autoCommit, TestDatabase db)
      throws Exception {
    try (HikariDataSource pool = pool(db, 2, autoCommit)) {
      upgrade(
          db,
          pool,
          () ->
              heard.stream()
                      .map(Progress::server)
                      .filter(Objects::nonNull)
                      .filter(ServerActivity::waiting)
                      .count()
                  >= 2);

      assertAtRest(db, pool, 2);
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
        assertThat(connection.getNetworkTimeout()).isZero();
      }
    }
  }

  private void upgrade(TestDatabase db, HikariDataSource pool, BooleanSupplier enough)
      throws Exception {
    Migrations migrations =
        new Migrations(
            pool,
            RevisionScripts.load(
                List.of("classpath:revisions/fork"), List.of(), getClass().getClassLoader()),
            MigrationsSettings.defaults(),
            List.of(new Keeper()));
    migrations.upgrade("b00000000001");
    try (Connection writer = db.connect()) {
      writer.setAutoCommit(false);
      writer.createStatement().execute("LOCK TABLE customer IN ROW EXCLUSIVE MODE");
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(() -> migrations.upgrade("b00000000003"));
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(enough::getAsBoolean);
      writer.rollback();
      assertThat(run.get(30, TimeUnit.SECONDS).steps()).hasSize(1);
    }
  }

  private static void assertAtRest(TestDatabase db, HikariDataSource pool, int size) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(pool.getHikariPoolMXBean().getThreadsAwaitingConnection()).isZero();
              assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
              assertThat(pool.getHikariPoolMXBean().getIdleConnections()).isEqualTo(size);
            });
    assertThat(
            db.column(
                "SELECT query FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND state LIKE 'idle in transaction%'"))
        .isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("migrations-"));
  }

  private static HikariDataSource pool(TestDatabase db, int size, boolean autoCommit) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(db.jdbcUrl());
    pool.setUsername(db.user());
    pool.setPassword(db.password());
    pool.setMaximumPoolSize(size);
    pool.setAutoCommit(autoCommit);
    return pool;
  }

  private final class Keeper implements MigrationsListener {

    @Override
    public void progress(Progress progress) {
      heard.add(progress);
    }

    @Override
    public Duration progressInterval() {
      return Duration.ofMillis(20);
    }
  }
}
