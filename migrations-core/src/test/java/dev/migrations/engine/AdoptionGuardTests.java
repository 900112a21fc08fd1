package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireProxy;
import dev.migrations.graph.Direction;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A base that stands for what another tool made does not run where that is there already. */
@PostgresTest
class AdoptionGuardTests {

  @TempDir Path directory;

  @Test
  void aRunAPlanAndAValidationAreRefusedBeforeAnythingRuns(TestDatabase db) {
    db.execute("CREATE TABLE alembic_version (version_num varchar(32)); CREATE TABLE t1 ()");
    Migrations migrations = revisions("-- adopts: alembic 1975ea83b712\n").on(db);

    NotAdoptedException refused =
        catchThrowableOfType(NotAdoptedException.class, () -> migrations.upgrade("head"));
    assertThat(refused.base()).isEqualTo("r1");
    assertThat(refused)
        .hasMessageContaining("the table public.alembic_version of Alembic")
        .hasMessageContaining("Run the command adopt first");
    assertThatThrownBy(() -> migrations.plan(Direction.UPGRADE, "+1"))
        .isInstanceOf(NotAdoptedException.class);
    assertThatThrownBy(() -> migrations.validate("head")).isInstanceOf(NotAdoptedException.class);
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();

    migrations.stamp(List.of("r1"), false);
    assertThat(migrations.upgrade("head").rowsAfter()).containsExactly("r2");
  }

  @Test
  void aRangeThatIsReplacedIsFinishedFromItsBase(TestDatabase db) {
    db.execute("CREATE TABLE alembic_version (version_num varchar(32)); CREATE TABLE t1 ()");
    SqlRevisions revisions =
        revisions("-- adopts: alembic 1975ea83b712\n")
            .write(
                "s",
                """
                -- revision: s
                -- replaces: r1, r2
                -- message: Both

                -- upgrade
                CREATE TABLE t1 ();
                CREATE TABLE t2 ();
                """);

    assertThatThrownBy(() -> revisions.on(db).upgrade("head"))
        .isInstanceOf(NotAdoptedException.class);
    revisions.on(db).stampFromBase("r1");
    assertThat(revisions.on(db).upgrade("head").steps())
        .extracting(StepReport::revision)
        .containsExactly("r2");
  }

  @Test
  void theTableMayHaveAnotherName(TestDatabase db) {
    db.execute("CREATE SCHEMA old; CREATE TABLE old.versions (version_num text)");
    assertThatThrownBy(
            () -> revisions("-- adopts: alembic 1 in old.versions\n").on(db).upgrade("head"))
        .isInstanceOf(NotAdoptedException.class)
        .hasMessageContaining("old.versions");
  }

  @Test
  void aTableOfAThirdToolWithRowsIsRefusedToo(TestDatabase db) {
    db.execute("CREATE TABLE databasechangelog (id text, author text, filename text)");
    db.execute("ALTER TABLE databasechangelog ADD orderexecuted int");
    db.execute("INSERT INTO databasechangelog VALUES ('1', 'bob', 'log.yaml', 1)");

    assertThatThrownBy(() -> revisions("-- adopts: flyway 12\n").on(db).upgrade("head"))
        .isInstanceOf(NotAdoptedException.class)
        .hasMessageContaining("the table public.databasechangelog of Liquibase")
        .hasMessageContaining("r1 stands for flyway 12")
        .hasMessageContaining("stamp r1");
    assertThatThrownBy(() -> revisions("-- adopts: alembic 1 in old\n").on(db).upgrade("head"))
        .isInstanceOf(NotAdoptedException.class);
    assertThatThrownBy(() -> revisions("-- adopts: unversioned\n").on(db).upgrade("head"))
        .isInstanceOf(NotAdoptedException.class)
        .hasMessageContaining("stands for a schema that no tool has kept")
        .hasMessageContaining("Run the command adopt first");
    assertThat(db.value("SELECT to_regclass('t1')")).isNull();
  }

  @Test
  void aNewDatabaseAndOneOfAnotherToolThatKeepsNothingJustRun(TestDatabase db) {
    db.execute("CREATE TABLE alembic_version (version_num varchar(32))");
    assertThat(revisions("-- adopts: flyway 12\n").on(db).upgrade("head").rowsAfter())
        .containsExactly("r2");
  }

  @Test
  void onlyTheFirstRunOfSuchABaseCostsAQuery(TestDatabase db) throws SQLException {
    try (WireProxy proxy = new WireProxy(db)) {
      Migrations plain = revisions("").on(proxy.dataSource());
      Migrations adopting = revisions("-- adopts: flyway 12\n").on(proxy.dataSource());
      int planned = roundTrips(proxy, () -> plain.plan(Direction.UPGRADE, "head"));

      assertThat(roundTrips(proxy, () -> adopting.plan(Direction.UPGRADE, "head")))
          .isEqualTo(planned + 1);

      plain.upgrade("r1");
      int halfWay = roundTrips(proxy, () -> plain.plan(Direction.UPGRADE, "head"));
      plain.stamp(List.of("base"), false);
      adopting.stamp(List.of("r1"), false);
      assertThat(roundTrips(proxy, () -> adopting.plan(Direction.UPGRADE, "head")))
          .isEqualTo(halfWay);
    }
  }

  private static int roundTrips(WireProxy proxy, Runnable work) {
    int before = proxy.roundTrips();
    work.run();
    return proxy.roundTrips() - before;
  }

  private SqlRevisions revisions(String adopts) {
    return new SqlRevisions(directory)
        .write(
            "r1",
            "-- revision: r1\n-- message: Base\n"
                + adopts
                + "-- upgrade\nCREATE TABLE t1 ();\n-- irreversible: base\n")
        .add("r2", "r1", "CREATE TABLE t2 ();", "DROP TABLE t2;");
  }
}
