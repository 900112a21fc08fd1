package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireProxy;
import dev.migrations.graph.Direction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dry run tells of the locks of each unit. */
@PostgresTest
class PlannedLocksTests {

  @TempDir Path directory;

  @Test
  void theStrongestLockOnEachTableCountsForAUnit(TestDatabase db) {
    db.execute("CREATE TABLE t (id bigint PRIMARY KEY); CREATE TABLE u (id bigint)");

    assertThat(
            locks(
                db,
                "CREATE INDEX i ON t (id); INSERT INTO u SELECT id FROM t; ALTER TABLE t ADD a int;"))
        .containsExactly("t ACCESS EXCLUSIVE, u ROW EXCLUSIVE");
  }

  @Test
  void whatTheRevisionCreatesIsLeftOutAlsoUnderANewName(TestDatabase db) {
    db.execute("CREATE TABLE u (id bigint PRIMARY KEY)");

    assertThat(
            locks(
                db,
                """
                CREATE TABLE t (id bigint);
                ALTER TABLE t RENAME TO t2;
                ALTER TABLE t2 ADD FOREIGN KEY (id) REFERENCES u;
                CREATE INDEX i ON t2 (id);
                DROP INDEX i;
                ALTER TABLE t ADD b int;
                """))
        .containsExactly("u SHARE ROW EXCLUSIVE, t ACCESS EXCLUSIVE");
  }

  @Test
  void whetherATableIsNewBehindIfNotExistsTellsTheCatalog(TestDatabase db) {
    db.execute("CREATE TABLE there (id bigint)");

    assertThat(
            locks(
                db,
                """
                CREATE TABLE IF NOT EXISTS there (id bigint);
                CREATE TABLE IF NOT EXISTS fresh (id bigint);
                ALTER TABLE there ADD a int;
                ALTER TABLE fresh ADD a int;
                """))
        .containsExactly("there ACCESS EXCLUSIVE");
  }

  @Test
  void anotherRevisionThatCreatesATableDoesNotHideIt(TestDatabase db) {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .addTables(1)
            .add("r2", "r1", "ALTER TABLE t1 ADD a int;", "SELECT 1;");

    assertThat(PlannedLockText.of(revisions.on(db).plan(Direction.UPGRADE, "head")))
        .containsExactly("", "t1 ACCESS EXCLUSIVE");
  }

  @Test
  void theTableOfAnIndexIsFoundInTheCatalogOrInThePlan(TestDatabase db) {
    db.execute("CREATE TABLE \"Order Items\" (id bigint); CREATE INDEX i1 ON \"Order Items\" (id)");

    assertThat(
            locks(
                db,
                """
                DROP INDEX i1;
                CREATE INDEX CONCURRENTLY i2 ON "Order Items" (id);
                DROP INDEX CONCURRENTLY i2;
                DROP INDEX i3;
                """))
        .containsExactly(
            "\"Order Items\" ACCESS EXCLUSIVE",
            "\"Order Items\" SHARE UPDATE EXCLUSIVE",
            "\"Order Items\" SHARE UPDATE EXCLUSIVE",
            "the table of index i3 ACCESS EXCLUSIVE");
  }

  @Test
  void aNameThatIsNoTableIsNotListed(TestDatabase db) {
    db.execute("CREATE TABLE t (id bigserial); CREATE INDEX i ON t (id)");

    assertThat(locks(db, "ALTER TABLE i RENAME TO i2; ALTER TABLE t_id_seq RENAME TO s;"))
        .containsExactly("");
  }

  @Test
  void theDefaultPartitionOfThePlanIsLockedByEveryPartitionAfterIt(TestDatabase db) {
    db.execute("CREATE TABLE p (id bigint) PARTITION BY LIST (id); CREATE TABLE p0 (id bigint)");
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .add("r1", "", "CREATE TABLE p_rest PARTITION OF p DEFAULT;", "SELECT 1;")
            .add("r2", "r1", "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);", "SELECT 1;")
            .add("r3", "r2", "ALTER TABLE p ATTACH PARTITION p0 FOR VALUES IN (0);", "SELECT 1;")
            .add("r4", "r3", "DROP TABLE p1;", "SELECT 1;")
            .add("r5", "r4", "ALTER TABLE p ADD a int;", "SELECT 1;");

    assertThat(PlannedLockText.of(revisions.on(db).plan(Direction.UPGRADE, "head")))
        .containsExactly(
            "p ACCESS EXCLUSIVE",
            "p ACCESS EXCLUSIVE, p_rest ACCESS EXCLUSIVE",
            "p SHARE UPDATE EXCLUSIVE, p0 ACCESS EXCLUSIVE, p_rest ACCESS EXCLUSIVE",
            "p1 ACCESS EXCLUSIVE, p ACCESS EXCLUSIVE, p_rest ACCESS EXCLUSIVE",
            "p ACCESS EXCLUSIVE, p_rest ACCESS EXCLUSIVE, p0 ACCESS EXCLUSIVE");
  }

  @Test
  void aUnitThatIsDoneLocksNothing(TestDatabase db) {
    db.execute("CREATE TABLE t (id bigint)");
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .add(
                "r1",
                "",
                "CREATE INDEX CONCURRENTLY i ON t (id);\nALTER TABLE t ADD a int, ADD a int;",
                "SELECT 1;");
    try {
      revisions.on(db).upgrade("head");
    } catch (RevisionFailedException expected) {
      assertThat(expected).hasMessageContaining("r1");
    }

    assertThat(PlannedLockText.of(revisions.on(db).plan(Direction.UPGRADE, "head")))
        .containsExactly("", "t ACCESS EXCLUSIVE");
  }

  @Test
  void aDryRunTakesNoneOfTheLocksAndAsksOneMoreQueryHoweverLongThePlan(TestDatabase db)
      throws SQLException {
    db.execute("CREATE TABLE t (id bigint)");
    SqlRevisions revisions = new SqlRevisions(directory);
    for (int i = 1; i <= 30; i++) {
      revisions.add(
          "r" + i, i == 1 ? "" : "r" + (i - 1), "ALTER TABLE t ADD a%d int;".formatted(i), "");
    }
    try (Connection reader = db.connect();
        WireProxy proxy = new WireProxy(db)) {
      reader.setAutoCommit(false);
      reader.createStatement().execute("LOCK TABLE t IN ACCESS EXCLUSIVE MODE");
      int before = proxy.roundTrips();
      revisions.on(proxy.dataSource()).status();
      int status = proxy.roundTrips() - before;

      assertThat(
              PlannedLockText.of(revisions.on(proxy.dataSource()).plan(Direction.UPGRADE, "head")))
          .hasSize(30)
          .containsOnly("t ACCESS EXCLUSIVE");
      assertThat(proxy.roundTrips() - before - status).isEqualTo(status + 1);
    }
  }

  private List<String> locks(TestDatabase db, String upgrade) {
    return PlannedLockText.of(db, directory, upgrade);
  }
}
