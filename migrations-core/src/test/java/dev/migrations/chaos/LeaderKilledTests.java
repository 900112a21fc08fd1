package dev.migrations.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.RunReport;
import dev.migrations.fixture.FaultProxy;
import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireStep;
import dev.migrations.fixture.WireStep.Kind;
import dev.migrations.fixture.WireStep.Moment;
import dev.migrations.graph.Direction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JVM that runs revisions is killed while others wait for it. */
@PostgresTest
class LeaderKilledTests {

  private static final int FOLLOWERS = 5;

  private static Stage whole;

  @BeforeAll
  static void anUndisturbedRun() {
    Logs.expectWarnings();
    try (TestDatabase db = PostgresServer.shared().createDatabase()) {
      whole = UndisturbedRun.whole(db);
    }
  }

  @AfterAll
  static void logAsEver() {
    Logs.expectNoWarnings();
  }

  /** Where in the history. */
  private enum Place {
    IN_A_TRANSACTION("UPDATE counter", Moment.AFTER),
    IN_A_CONCURRENT_INDEX_BUILD("CREATE UNIQUE INDEX CONCURRENTLY", Moment.DURING);

    private final String sql;
    private final Moment moment;

    Place(String sql, Moment moment) {
      this.sql = sql;
      this.moment = moment;
    }

    WireStep step() {
      return whole.steps().stream()
          .filter(step -> step.kind() == Kind.EXECUTE && step.sql().strip().startsWith(sql))
          .findFirst()
          .orElseThrow();
    }
  }

  private volatile @Nullable Reader reader;

  @ParameterizedTest
  @EnumSource
  void oneOfThoseThatWaitTakesOver(Place place, TestDatabase db) throws Exception {
    ChildJvm leader = ChildJvm.start();
    ExecutorService threads = Executors.newFixedThreadPool(FOLLOWERS);
    try (FaultProxy proxy = new FaultProxy(db)) {
      // So that the build does not end before its run is killed.
      proxy.stopAt(place.step(), place.moment, () -> reader = new Reader(db));
      leader.run(proxy.jdbcUrl(), db.user(), db.password(), Direction.UPGRADE, "heads");
      proxy.stopped().get(EngineRun.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      List<CompletableFuture<RunReport>> followers =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> History.on(db.dataSource()).upgrade("heads"), threads))
              .limit(FOLLOWERS)
              .toList();
      awaitPolling(db, proxy.held().serverPid());

      leader.kill();
      proxy.held().cut();
      reader.close();

      CompletableFuture.allOf(followers.toArray(CompletableFuture<?>[]::new))
          .get(EngineRun.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      List<RunReport> reports = followers.stream().map(CompletableFuture::join).toList();
      assertThat(reports).filteredOn(report -> !report.steps().isEmpty()).hasSize(1);
      assertThat(reports).extracting(RunReport::rowsAfter).containsOnly(reports.get(0).rowsAfter());
      Snapshot snapshot = Snapshot.of(db);
      assertThat(snapshot.differencesFrom(whole.after())).isEmpty();
      assertThat(snapshot.failed()).isEmpty();
    } finally {
      leader.kill();
      threads.shutdownNow();
    }
  }

  private static void awaitPolling(TestDatabase db, int leader) {
    Set<@Nullable String> polling = new HashSet<>();
    Sessions.await(
        () -> {
          polling.addAll(
              db.column(
                  "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT taken%' AND pid <> "
                      + leader));
          return polling.size() == FOLLOWERS;
        },
        EngineRun.PATIENCE);
  }
}
