package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrations.Operations;
import dev.migrations.fixture.ReplicatedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Batches beside a replica that streams. Both servers are made from the binaries from Maven,
 * whatever the other tests run on; without them the tests are skipped.
 */
class ReplicaLagTests {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  @TempDir private static Path directory;

  private static @Nullable ReplicatedPostgres postgres;

  private JdbcTemplate primary;
  private JdbcTemplate replica;

  @BeforeAll
  static void start() throws IOException {
    try {
      postgres = ReplicatedPostgres.start(directory);
    } catch (IllegalStateException missing) {
      Assumptions.abort("No binaries of PostgreSQL from Maven for this machine: " + missing);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @BeforeEach
  void fiveThousandRowsOnBoth() {
    primary = new JdbcTemplate(postgres.primary());
    replica = new JdbcTemplate(postgres.replica());
    primary.execute("DROP TABLE IF EXISTS t, migrations_revision, migrations_history");
    primary.execute("DROP TABLE IF EXISTS migrations_journal");
    primary.execute("CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL DEFAULT 0)");
    primary.execute("INSERT INTO t SELECT generate_series(1, 5000)");
    await().until(this::hasCaughtUp);
  }

  /** Fifty batches, which take three seconds at least. */
  private static Consumer<Operations> countUp() {
    return op ->
        op.backfill("t")
            .set("n", "n + 1")
            .batchSize(100)
            .pause(Duration.ofMillis(60))
            .maxReplicaLag(LIMIT)
            .reversedByNothing();
  }

  @Test
  void theNextBatchWaitsUntilTheReplicaHasCaughtUp() throws SQLException {
    ProgressKeeper keeper = new ProgressKeeper();
    Migrations migrations = Backfills.on(postgres.primary(), countUp(), keeper);
    replica.execute("SELECT pg_wal_replay_pause()");

    CompletableFuture<RunReport> run =
        CompletableFuture.supplyAsync(() -> migrations.upgrade("head"));
    await()
        .untilAsserted(
            () ->
                assertThat(keeper.heard())
                    .anySatisfy(
                        progress ->
                            assertThat(progress.text())
                                .contains("waits for replica replica, which is 1.")));
    long done = rowsDone();
    assertThat(done).isBetween(100L, 4_900L);
    await().during(LIMIT).until(() -> rowsDone() == done);
    assertThat(run).isNotDone();

    replica.execute("SELECT pg_wal_replay_resume()");
    await().until(this::hasCaughtUp);
    // The server goes on to show the last lag, up to twice as long as a replica is silent.
    assertThat(furthestBehind()).isEmpty();
    run.join();
    assertThat(primary.queryForList("SELECT DISTINCT n FROM t", Long.class)).containsExactly(1L);
  }

  @Test
  void aLagThatIsHiddenFromTheUserIsNotWaitedFor() throws SQLException {
    primary.execute("DROP ROLE IF EXISTS blind");
    primary.execute("CREATE ROLE blind LOGIN");
    try (Connection connection = postgres.primary().getConnection()) {
      connection.createStatement().execute("SET ROLE blind");

      assertThat(Replica.all(connection))
          .singleElement()
          .satisfies(hidden -> assertThat(hidden.visible()).isFalse());
    }
  }

  private long rowsDone() {
    return primary.queryForObject("SELECT sum(n) FROM t", Long.class);
  }

  private boolean hasCaughtUp() {
    return primary.queryForObject(
        "SELECT replay_lsn = pg_current_wal_lsn() FROM pg_stat_replication", Boolean.class);
  }

  private static List<Replica> furthestBehind() throws SQLException {
    try (Connection connection = postgres.primary().getConnection()) {
      return Replica.tooFarBehind(Replica.all(connection), LIMIT).stream().toList();
    }
  }
}
