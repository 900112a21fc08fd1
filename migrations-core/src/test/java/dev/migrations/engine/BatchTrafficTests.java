package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireProxy;
import dev.migrations.operation.Backfill;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server sends while batches run, all that the engine could keep in memory. */
@PostgresTest
class BatchTrafficTests {

  private static final int BATCHES = 10;

  static Stream<UnaryOperator<Backfill.Builder>> changes() {
    return Stream.of(
        backfill -> backfill.set("n", "n + 1"),
        backfill -> backfill.delete(),
        backfill -> backfill.insertInto("copy").set("id", "id").set("name", "name"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void itDoesNotGrowWithTheRowsOfABatch(UnaryOperator<Backfill.Builder> change, TestDatabase db) {
    long few = bytes(db, change, 20);
    long many = bytes(db, change, 20_000);

    assertThat(many).isCloseTo(few, within(1_000L));
  }

  private static long bytes(TestDatabase db, UnaryOperator<Backfill.Builder> change, int rows) {
    db.execute("DROP TABLE IF EXISTS t, copy, migrations_revision, migrations_history");
    db.execute("DROP TABLE IF EXISTS migrations_journal");
    db.execute("CREATE TABLE t (id int PRIMARY KEY, n int, name text)");
    db.execute("INSERT INTO t SELECT i, 0, md5(i::text) FROM generate_series(1, " + rows + ") i");
    db.execute("CREATE TABLE copy (LIKE t)");
    try (WireProxy proxy = new WireProxy(db)) {
      Backfills.on(
              proxy.dataSource(),
              op -> change.apply(op.backfill("t").batchSize(rows / BATCHES)).reversedByNothing())
          .upgrade("head");
      return proxy.bytesReceived();
    }
  }
}
