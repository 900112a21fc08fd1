package dev.migrations.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.FaultProxy;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireStep;
import dev.migrations.fixture.WireStep.Kind;
import dev.migrations.fixture.WireStep.Moment;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a connection is really held where the proxy says; each step takes a number. */
@PostgresTest
class FaultProxyTests {

  private static final List<String> BATCH =
      List.of(
          "SELECT nextval('first')",
          "SELECT nextval('second')",
          "SELECT pg_advisory_xact_lock(7)",
          "INSERT INTO t VALUES (1)");

  @BeforeEach
  void sequencesThatShowWhatWasExecutedAtOnce(TestDatabase db) {
    db.execute("CREATE SEQUENCE first; CREATE SEQUENCE second; CREATE TABLE t (a int)");
  }

  @Test
  void aStatementInTheMiddleOfABatchIsExecutedAndTheNextIsNot(TestDatabase db) throws Exception {
    FaultProxy proxy = heldAt(db, Kind.EXECUTE, BATCH.get(0), Moment.AFTER);

    assertThat(numbers(db)).containsExactly("t", "f");

    proxy.close();
    assertThat(numbers(db)).containsExactly("t", "f");
  }

  @Test
  void beforeAStatementOnlyThoseInFrontOfItAreExecuted(TestDatabase db) throws Exception {
    FaultProxy proxy = heldAt(db, Kind.EXECUTE, BATCH.get(1), Moment.BEFORE);

    assertThat(numbers(db)).containsExactly("t", "f");

    proxy.close();
  }

  @Test
  void beforeItsCommitNothingOfABatchIsKept(TestDatabase db) throws Exception {
    FaultProxy proxy = heldAt(db, Kind.EXECUTE, "COMMIT", Moment.BEFORE);

    assertThat(numbers(db)).containsExactly("t", "t");

    proxy.close();
    awaitEnd(db, proxy);
    assertThat(db.column("SELECT a FROM t")).isEmpty();
  }

  @Test
  void behindItsCommitItIsKeptAndItsClientDoesNotKnow(TestDatabase db) throws Exception {
    FaultProxy proxy = proxy(db, Kind.EXECUTE, "COMMIT", Moment.AFTER);
    CompletableFuture<Void> client = run(proxy);
    proxy.stopped().get(30, TimeUnit.SECONDS);

    assertThat(db.column("SELECT a FROM t")).containsExactly("1");
    assertThat(client).isNotDone();

    proxy.held().cut();
    assertThatThrownBy(() -> client.get(30, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void theServerGoesOnWithAllThatWasSentWhenTheClientIsGone(TestDatabase db) throws Exception {
    FaultProxy proxy = proxy(db, Kind.EXECUTE, BATCH.get(2), Moment.DURING);
    try (Connection other = db.connect()) {
      other.createStatement().execute("SELECT pg_advisory_lock(7)");
      run(proxy);
      proxy.stopped().get(30, TimeUnit.SECONDS);

      proxy.close();
    }

    awaitEnd(db, proxy);
    assertThat(db.column("SELECT a FROM t")).containsExactly("1");
  }

  @Test
  void aClientThatIsReleasedGoesOnAndNeverHearsWhatOthersSaidInItsSession(TestDatabase db)
      throws Exception {
    FaultProxy proxy = proxy(db, Kind.SYNC, "COMMIT", Moment.AFTER);
    CompletableFuture<Void> client = run(proxy);
    proxy.stopped().get(30, TimeUnit.SECONDS);

    proxy.held().executeUnheard("INSERT INTO t VALUES (2)");
    proxy.held().release();

    client.get(30, TimeUnit.SECONDS);
    assertThat(db.column("SELECT a FROM t ORDER BY a")).containsExactly("1", "2");
    proxy.close();
  }

  @Test
  void aRunThatGoesAnotherWayIsFoundOut(TestDatabase db) {
    FaultProxy proxy = new FaultProxy(db);
    proxy.stopAt(new WireStep(3, Kind.EXECUTE, "DROP TABLE t"), Moment.AFTER);

    run(proxy).join();

    assertThat(proxy.stopped()).isCompletedExceptionally();
    proxy.close();
  }

  private static FaultProxy heldAt(TestDatabase db, Kind kind, String sql, Moment moment)
      throws Exception {
    FaultProxy proxy = proxy(db, kind, sql, moment);
    run(proxy);
    proxy.stopped().get(30, TimeUnit.SECONDS);
    return proxy;
  }

  private static FaultProxy proxy(TestDatabase db, Kind kind, String sql, Moment moment) {
    FaultProxy proxy = new FaultProxy(db);
    proxy.stopAt(step(db, kind, sql), moment);
    return proxy;
  }

  /** The step as a run shows it that nobody holds. */
  private static WireStep step(TestDatabase db, Kind kind, String sql) {
    try (FaultProxy undisturbed = new FaultProxy(db)) {
      run(undisturbed).join();
      return undisturbed.steps().stream()
          .filter(step -> step.kind() == kind && step.sql().equals(sql))
          .findFirst()
          .orElseThrow();
    } finally {
      db.execute("TRUNCATE t; SELECT setval('first', 1, false), setval('second', 1, false)");
    }
  }

  private static CompletableFuture<Void> run(FaultProxy proxy) {
    return CompletableFuture.runAsync(
        () -> {
          try (Connection connection = proxy.dataSource().getConnection();
              Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : BATCH) {
              statement.addBatch(sql);
            }
            statement.addBatch("COMMIT");
            statement.executeBatch();
            connection.setAutoCommit(true);
          } catch (SQLException ex) {
            throw new IllegalStateException(ex);
          }
        });
  }

  private static List<String> numbers(TestDatabase db) {
    return db.column("SELECT is_called FROM first UNION ALL SELECT is_called FROM second");
  }

  private static void awaitEnd(TestDatabase db, FaultProxy proxy) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                db.column("SELECT 1 FROM pg_stat_activity WHERE pid = " + proxy.held().serverPid())
                    .isEmpty());
  }
}
