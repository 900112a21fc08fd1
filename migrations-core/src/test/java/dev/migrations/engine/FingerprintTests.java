package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireProxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a boot at head does to notice edited revisions. */
@PostgresTest
class FingerprintTests {

  @TempDir Path directory;

  private SqlRevisions revisions;

  @BeforeEach
  void threeRevisions() {
    revisions = new SqlRevisions(directory).addTables(3);
  }

  @Test
  void oneQueryIsEnoughWhateverWayTheDatabaseCameThere(TestDatabase db) throws SQLException {
    Migrations migrations = revisions.on(db);
    migrations.upgrade("head");
    migrations.downgrade("r1");
    migrations.upgrade("head");
    migrations.stamp(List.of("r1"), false);
    migrations.stamp(List.of("head"), false);
    assertThat(queriesOfABoot(db)).isEqualTo(1);

    migrations.stamp(List.of("r2"), true);
    db.execute("DROP TABLE t3");
    assertThat(migrations.upgrade("head").steps()).hasSize(1);
    assertThat(queriesOfABoot(db)).isEqualTo(1);
  }

  @Test
  void aDatabaseThatWasAdoptedCostsOneQueryToo(TestDatabase db) throws SQLException {
    revisions.write(
        "r1",
        "-- revision: r1\n-- message: as Flyway left it\n-- adopts: unversioned\n\n-- upgrade\n");
    db.execute("CREATE TABLE t1 (id bigint)");
    revisions.on(db).stampFromBase("r1");
    revisions.on(db).upgrade("head");

    assertThat(queriesOfABoot(db)).isEqualTo(1);
  }

  @Test
  void aCommentIsNoEdit(TestDatabase db) throws SQLException {
    revisions.on(db).upgrade("head");
    revisions.add(
        "r2", "r1", "-- All of them.\nCREATE TABLE t2 (id bigint primary key);", "DROP TABLE t2;");

    assertThat(revisions.on(db).check()).isEmpty();
    assertThat(queriesOfABoot(db)).isEqualTo(2);
  }

  /** Plain CRCs would differ by the same bits, and combined they would not differ at all. */
  @Test
  void theSameEditInTheSamePlaceOfTwoFilesIsNoticed(TestDatabase db) {
    revisions.on(db).upgrade("head");
    for (int i = 2; i <= 3; i++) {
      revisions.add(
          "r" + i,
          "r" + (i - 1),
          "CREATE TABLE t%d (no bigint PRIMARY KEY);".formatted(i),
          "DROP TABLE t%d;".formatted(i));
    }

    EditedRevisionException edited =
        catchThrowableOfType(EditedRevisionException.class, () -> revisions.on(db).upgrade("head"));

    assertThat(edited.revisions()).containsExactly("r2", "r3");
  }

  @Test
  void anEditThatIsTakenBackIsForgotten(TestDatabase db) throws SQLException {
    revisions.on(db).upgrade("head");
    revisions.add("r2", "r1", "CREATE TABLE t2 (id text);", "DROP TABLE t2;");
    assertThat(revisions.on(db).check()).hasSize(1);

    revisions.addTables(3);

    assertThat(queriesOfABoot(db)).isEqualTo(1);
  }

  @Test
  void aStampAcceptsAnEditForTheFingerprintToo(TestDatabase db) throws SQLException {
    revisions.on(db).upgrade("head");
    revisions.add("r2", "r1", "CREATE TABLE t2 (id text);", "DROP TABLE t2;");

    revisions.on(db).stamp(List.of("head"), false);

    assertThat(queriesOfABoot(db)).isEqualTo(1);
  }

  private int queriesOfABoot(TestDatabase db) throws SQLException {
    try (WireProxy proxy = new WireProxy(db)) {
      int before = proxy.roundTrips();
      proxy.dataSource().getConnection().close();
      int connecting = proxy.roundTrips() - before;
      assertThat(revisions.on(proxy.dataSource()).upgrade("head").steps()).isEmpty();
      return proxy.roundTrips() - before - 2 * connecting;
    }
  }
}
