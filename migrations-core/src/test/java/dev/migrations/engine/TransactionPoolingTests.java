package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PgBouncer;
import dev.migrations.fixture.PgBouncer.NextServer;
import dev.migrations.fixture.PgBouncer.PoolMode;
import dev.migrations.fixture.PgBouncerTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireProxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pooler that takes the server session away after each transaction is found out before a run. */
@PgBouncerTest
class TransactionPoolingTests {

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void someRevisions() {
    revisions = new SqlRevisions(directory).addTables(10);
  }

  @ParameterizedTest
  @CsvSource({"1, LAST_USED", "1, IN_TURN", "3, LAST_USED", "3, IN_TURN"})
  void anIdlePoolIsFoundOutAndNothingIsLeftInIt(int size, NextServer next, TestDatabase db)
      throws SQLException {
    try (PgBouncer pooler = PgBouncer.start(db, PoolMode.TRANSACTION, size, next)) {
      List<String> before = PooledSessions.contents(pooler.dataSource(), size);

      TransactionPoolingException failure =
          catchThrowableOfType(
              TransactionPoolingException.class,
              () -> revisions.on(pooler.dataSource()).upgrade("head"));

      assertThat(failure.description()).contains("pooler in transaction mode");
      assertThat(failure.action()).contains("migrations.url").contains("pool_mode = session");
      assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
      assertThat(PooledSessions.contents(pooler.dataSource(), size)).isEqualTo(before);
    }
  }

  @Test
  void aBusyPoolIsFoundOut(TestDatabase db) throws Exception {
    try (PgBouncer pooler = PgBouncer.start(db, PoolMode.TRANSACTION, 3)) {
      AtomicBoolean done = new AtomicBoolean();
      List<CompletableFuture<Void>> clients =
          Stream.generate(() -> CompletableFuture.runAsync(() -> use(pooler, done)))
              .limit(2)
              .toList();
      try {
        assertThatThrownBy(() -> revisions.on(pooler.dataSource()).upgrade("head"))
            .isInstanceOfAny(
                TransactionPoolingException.class, ServerSessionChangedException.class);
      } finally {
        done.set(true);
      }
      clients.forEach(CompletableFuture::join);
      assertThat(PooledSessions.contents(pooler.dataSource(), 3)).allMatch(s -> s.endsWith(", 0"));
    }
  }

  private static void use(PgBouncer pooler, AtomicBoolean done) {
    try (Connection connection = pooler.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      while (!done.get()) {
        statement.execute("BEGIN; SELECT 1");
        statement.execute("COMMIT");
      }
    } catch (SQLException ex) {
      throw new IllegalStateException(ex);
    }
  }

  @Test
  void statementModeIsFoundOutToo(TestDatabase db) {
    try (PgBouncer pooler = PgBouncer.start(db, PoolMode.STATEMENT, 2)) {
      assertThatThrownBy(() -> revisions.on(pooler.dataSource()).upgrade("head"))
          .isInstanceOf(TransactionPoolingException.class)
          .hasMessageContaining("pooler in statement mode")
          .hasMessageContaining("transaction blocks not allowed in statement pooling mode")
          .hasNoCause()
          .hasMessageContaining("migrations.url");
      assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
    }
  }

  @Test
  void aStampIsRefusedAsWell(TestDatabase db) {
    try (PgBouncer pooler = PgBouncer.start(db, PoolMode.TRANSACTION, 1)) {
      assertThatThrownBy(() -> revisions.on(pooler.dataSource()).stamp(List.of("head"), false))
          .isInstanceOf(TransactionPoolingException.class);
      assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"TRANSACTION, LAST_USED", "TRANSACTION, IN_TURN", "STATEMENT, LAST_USED"})
  void aBootAtHeadGoesThroughItInOneQuery(PoolMode mode, NextServer next, TestDatabase db)
      throws SQLException {
    revisions.on(db).upgrade("head");
    try (PgBouncer pooler = PgBouncer.start(db, mode, 2, next);
        WireProxy proxy = new WireProxy(db, pooler)) {
      if (mode == PoolMode.TRANSACTION) {
        PooledSessions.contents(pooler.dataSource(), 2);
      }
      proxy.dataSource().getConnection().close();
      int connecting = proxy.roundTrips();

      assertThat(revisions.on(proxy.dataSource()).upgrade("head").steps()).isEmpty();

      assertThat(proxy.roundTrips() - 2 * connecting).isEqualTo(1);
      revisions.on(pooler.dataSource()).validate("head");
      assertThat(revisions.on(pooler.dataSource()).overview().history()).hasSize(10);
    }
  }

  @Test
  void twoApplicationsAtOnceApplyNothingTwice(TestDatabase db) throws SQLException {
    revisions.add("r11", "r10", "CREATE INDEX CONCURRENTLY ix ON t1 (id);", "");
    try (PgBouncer pooler = PgBouncer.start(db, PoolMode.TRANSACTION, 2)) {
      List<CompletableFuture<Void>> boots =
          Stream.generate(() -> CompletableFuture.runAsync(() -> boot(pooler.dataSource())))
              .limit(2)
              .toList();
      boots.forEach(CompletableFuture::join);

      revisions.on(db).upgrade("head");

      assertThat(db.column("SELECT revision FROM migrations_history"))
          .hasSize(11)
          .doesNotHaveDuplicates();
      assertThat(PooledSessions.contents(pooler.dataSource(), 2)).allMatch(s -> s.endsWith(", 0"));
    }
  }

  /** Each may be lucky, and have one server session all the time. */
  private void boot(DataSource dataSource) {
    try {
      revisions.on(dataSource).upgrade("head");
    } catch (TransactionPoolingException | ServerSessionChangedException refused) {
      assertThat(refused).hasMessageContaining("migrations.url");
    }
  }
}
