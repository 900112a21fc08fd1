package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireProxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class RoundTripTests {

  @TempDir Path directory;

  @Test
  void aBootAtHeadIsOneQueryOnAFreshConnection(TestDatabase db) throws SQLException {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(20);
    revisions.on(db).upgrade("head");
    try (WireProxy proxy = new WireProxy(db)) {
      int connecting = roundTripsOfConnecting(proxy);

      int before = proxy.roundTrips();
      assertThat(revisions.on(proxy.dataSource()).upgrade("head").steps()).isEmpty();

      assertThat(proxy.roundTrips() - before - connecting).isEqualTo(1);
    }
  }

  @Test
  void aBootAtHeadTakesNoLock(TestDatabase db) throws SQLException {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(1);
    revisions.on(db).upgrade("head");
    try (Connection other = db.connect()) {
      other.createStatement().execute("SELECT pg_advisory_lock(k) FROM (" + KEY + ") AS l");

      RunReport report =
          revisions
              .on(db.dataSource(), SqlRevisions.settings().withAdvisoryLockWait(Duration.ZERO))
              .upgrade("head");

      assertThat(report.steps()).isEmpty();
    }
  }

  @Test
  void aTransactionalRevisionIsOneRoundTrip(TestDatabase db) throws SQLException {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .addTables(1)
            .add(
                "r2",
                "r1",
                "ALTER TABLE t1 ADD COLUMN a text; CREATE TABLE t2 (id int); INSERT INTO t2 SELECT 1; UPDATE t2 SET id = 2 RETURNING id;",
                "DROP TABLE t2;")
            .add("r3", "r2", "CREATE TABLE t3 ();", "DROP TABLE t3;");
    try (WireProxy proxy = new WireProxy(db)) {
      List<Integer> roundTrips = new ArrayList<>();
      Migrations migrations =
          revisions.on(
              proxy.dataSource(),
              SqlRevisions.settings(),
              new MigrationsListener() {
                @Override
                public void stepFinished(StepReport report) {
                  roundTrips.add(proxy.roundTrips());
                }
              });

      migrations.upgrade("head");
      assertThat(roundTrips.get(1) - roundTrips.get(0)).isEqualTo(1);
      assertThat(roundTrips.get(2) - roundTrips.get(1)).isEqualTo(1);

      roundTrips.clear();
      migrations.downgrade("base");
      assertThat(roundTrips.get(1) - roundTrips.get(0)).isEqualTo(1);
    }
  }

  @Test
  void theStatusAndTheCheckAreOneQueryAndTheOverviewTwo(TestDatabase db) throws SQLException {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(2);
    revisions.on(db).upgrade("head");
    try (WireProxy proxy = new WireProxy(db)) {
      int connecting = roundTripsOfConnecting(proxy);
      Migrations migrations = revisions.on(proxy.dataSource());

      int before = proxy.roundTrips();
      migrations.status();
      assertThat(proxy.roundTrips() - before - connecting).isEqualTo(1);

      before = proxy.roundTrips();
      migrations.overview();
      assertThat(proxy.roundTrips() - before - connecting).isEqualTo(2);

      before = proxy.roundTrips();
      migrations.check();
      assertThat(proxy.roundTrips() - before - connecting).isEqualTo(1);
    }
  }

  private static final String KEY =
      "SELECT ('x' || left(encode(sha256('dev.migrations:public'), 'hex'), 16))::bit(64)::bigint AS k";

  private static int roundTripsOfConnecting(WireProxy proxy) throws SQLException {
    int before = proxy.roundTrips();
    proxy.dataSource().getConnection().close();
    return proxy.roundTrips() - before;
  }
}
