package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireProxy;
import dev.migrations.graph.Direction;
import dev.migrations.script.RevisionScripts;
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

    assertThat(text(revisions.on(db).plan(Direction.UPGRADE, "head")))
        .containsExactly("", "t1 ACCESS EXCLUSIVE");
  }

  @Test
  void dropOfATableThatThePlanCreatesLocksWhatThatRefersTo(TestDatabase db) {
    db.execute("CREATE TABLE customers (id bigint PRIMARY KEY)");
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .add("r1", "", "CREATE TABLE n (c bigint REFERENCES customers);", "SELECT 1;")
            .add("r2", "r1", "ALTER TABLE n RENAME TO m;", "SELECT 1;")
            .add("r3", "r2", "DROP TABLE m;", "SELECT 1;");

    assertThat(text(revisions.on(db).plan(Direction.UPGRADE, "head")))
        .containsExactly(
            "customers SHARE ROW EXCLUSIVE",
            "n ACCESS EXCLUSIVE",
            "m ACCESS EXCLUSIVE, customers ACCESS EXCLUSIVE");
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
  void codeAndFunctionsAreSaidToBeUnknown(TestDatabase db) {
    db.execute("CREATE FUNCTION fill(int) RETURNS int LANGUAGE sql AS 'SELECT 1'");

    assertThat(
            locks(
                db,
                """
                DO 'BEGIN END';
                SELECT fill(1), count(*), lower('x') FROM pg_class;
                CREATE FUNCTION app_fill() RETURNS int LANGUAGE sql AS 'SELECT 1';
                SELECT app_fill();
                DROP VIEW IF EXISTS v CASCADE;
                """))
        .containsExactly(
            "v ACCESS EXCLUSIVE, ? code, ? function app_fill,"
                + " ? what depends on it and goes with CASCADE, ? function fill");
  }

  @Test
  void codeOfAJavaRevisionIsUnknownUnderItsDescription(TestDatabase db) {
    @Revision(id = "r1", message = "Fill")
    class Fill implements Migration {
      @Override
      public void upgrade(Operations op) {
        op.run("fill the names", connection -> {});
      }

      @Override
      public void downgrade(Operations op) {}
    }
    Migrations migrations =
        new Migrations(
            db.dataSource(),
            RevisionScripts.load(List.of(), List.of(new Fill()), getClass().getClassLoader()),
            MigrationsSettings.defaults(),
            List.of());

    assertThat(text(migrations.plan(Direction.UPGRADE, "head")))
        .containsExactly("? code \"fill the names\"");
  }

  @Test
  void aSafeForeignKeyLocksAsLittleAsItSays(TestDatabase db) {
    db.execute("CREATE TABLE customers (id bigint PRIMARY KEY); CREATE TABLE orders (c bigint)");
    @Revision(id = "r1", message = "Add a key")
    class AddKey implements Migration {
      @Override
      public void upgrade(Operations op) {
        op.createForeignKey("fk", "orders", "c").references("customers", "id");
      }

      @Override
      public void downgrade(Operations op) {
        op.dropConstraint("orders", "fk");
      }
    }
    Migrations migrations =
        new Migrations(
            db.dataSource(),
            RevisionScripts.load(List.of(), List.of(new AddKey()), getClass().getClassLoader()),
            MigrationsSettings.defaults(),
            List.of());

    assertThat(text(migrations.plan(Direction.UPGRADE, "head")))
        .containsExactly(
            "orders SHARE ROW EXCLUSIVE, customers SHARE ROW EXCLUSIVE",
            "orders SHARE UPDATE EXCLUSIVE, customers ROW SHARE");
    migrations.upgrade("head");
    assertThat(text(migrations.plan(Direction.DOWNGRADE, "base")))
        .containsExactly("orders ACCESS EXCLUSIVE, customers ACCESS EXCLUSIVE");
  }

  @Test
  void whatDropsAForeignKeyOfThePlanLocksTheOtherTableToo(TestDatabase db) {
    db.execute("CREATE TABLE customers (id bigint PRIMARY KEY)");
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .add(
                "r1",
                "",
                """
                CREATE TABLE n (
                  a bigint REFERENCES customers, b bigint CONSTRAINT fk_b REFERENCES customers (id),
                  c bigint, d bigint, e bigint CHECK (e > 0),
                  FOREIGN KEY (c) REFERENCES customers,
                  CONSTRAINT fk_d FOREIGN KEY (d) REFERENCES customers ON DELETE CASCADE);
                """,
                "SELECT 1;")
            .add("r2", "r1", "ALTER TABLE customers ALTER id TYPE int;", "SELECT 1;")
            .add("r3", "r2", "TRUNCATE customers CASCADE;", "SELECT 1;")
            .add("r4", "r3", "ALTER TABLE n DROP CONSTRAINT n_a_fkey;", "SELECT 1;")
            .add("r5", "r4", "ALTER TABLE n DROP CONSTRAINT fk_b;", "SELECT 1;")
            .add("r6", "r5", "ALTER TABLE n DROP COLUMN c;", "SELECT 1;")
            .add("r7", "r6", "ALTER TABLE n DROP CONSTRAINT fk_d;", "SELECT 1;")
            .add("r8", "r7", "ALTER TABLE n DROP CONSTRAINT n_e_check;", "SELECT 1;")
            .add("r9", "r8", "ALTER TABLE n DROP COLUMN e;", "SELECT 1;");
    String both = "n ACCESS EXCLUSIVE, customers ACCESS EXCLUSIVE";

    assertThat(text(revisions.on(db).plan(Direction.UPGRADE, "head")))
        .containsExactly(
            "customers SHARE ROW EXCLUSIVE",
            "customers ACCESS EXCLUSIVE, n ACCESS EXCLUSIVE",
            "customers ACCESS EXCLUSIVE, n ACCESS EXCLUSIVE",
            both,
            both,
            both,
            both,
            "n ACCESS EXCLUSIVE",
            "n ACCESS EXCLUSIVE");
  }

  @Test
  void aForeignKeyIsDroppedInTheRevisionThatCreatesIt(TestDatabase db) {
    db.execute("CREATE TABLE customers (id bigint PRIMARY KEY)");

    assertThat(
            locks(
                db, "CREATE TABLE n (c bigint REFERENCES customers); ALTER TABLE n DROP COLUMN c;"))
        .containsExactly("customers ACCESS EXCLUSIVE");
  }

  @Test
  void aForeignKeyOfThePlanThatIsGoneConnectsNothing(TestDatabase db) {
    db.execute("CREATE TABLE customers (id bigint PRIMARY KEY)");
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .add(
                "r1",
                "",
                "CREATE TABLE n (a bigint REFERENCES customers, b int REFERENCES customers);",
                "SELECT 1;")
            .add("r2", "r1", "ALTER TABLE n DROP CONSTRAINT n_a_fkey, DROP COLUMN b;", "SELECT 1;")
            .add("r3", "r2", "ALTER TABLE n DROP COLUMN a;", "SELECT 1;")
            .add("r4", "r3", "DROP TABLE n;", "SELECT 1;");

    assertThat(text(revisions.on(db).plan(Direction.UPGRADE, "head")))
        .containsExactly(
            "customers SHARE ROW EXCLUSIVE",
            "n ACCESS EXCLUSIVE, customers ACCESS EXCLUSIVE",
            "n ACCESS EXCLUSIVE",
            "n ACCESS EXCLUSIVE");
  }

  @Test
  void newNamesOfTablesColumnsAndConstraintsAreFollowed(TestDatabase db) {
    db.execute(
        """
        CREATE TABLE customers (id bigint PRIMARY KEY);
        CREATE TABLE orders (c bigint REFERENCES customers, CONSTRAINT fk FOREIGN KEY (c)
          REFERENCES customers)""");

    assertThat(
            locks(
                db,
                """
                ALTER TABLE orders RENAME TO sales;
                ALTER TABLE sales RENAME c TO d;
                ALTER TABLE sales DROP COLUMN d;
                """))
        .containsExactly(
            "orders ACCESS EXCLUSIVE, sales ACCESS EXCLUSIVE, customers ACCESS EXCLUSIVE");
    assertThat(
            locks(
                db,
                """
                ALTER TABLE orders RENAME CONSTRAINT fk TO fk_new;
                ALTER TABLE orders DROP CONSTRAINT fk_new;
                """))
        .containsExactly("orders ACCESS EXCLUSIVE, customers ACCESS EXCLUSIVE");
    assertThat(
            locks(
                db,
                """
                CREATE TABLE n (c bigint CONSTRAINT fk_c REFERENCES customers);
                ALTER TABLE n RENAME COLUMN c TO d;
                ALTER TABLE n RENAME TO m;
                ALTER TABLE m DROP COLUMN d;
                """))
        .containsExactly("customers ACCESS EXCLUSIVE");
  }

  @Test
  void whatAViewOfThePlanReadsIsNotKnown(TestDatabase db) {
    db.execute("CREATE TABLE t (id bigint)");

    assertThat(locks(db, "CREATE VIEW v AS SELECT id FROM t; INSERT INTO v VALUES (1);"))
        .containsExactly("? the tables of view v");
    assertThat(locks(db, "CREATE VIEW v AS SELECT id FROM t; ALTER VIEW v RENAME TO w; LOCK w;"))
        .containsExactly("? the tables of view w");
    assertThat(locks(db, "CREATE VIEW v AS SELECT id FROM t; SELECT FROM v FOR UPDATE;"))
        .containsExactly("? the tables of view v");
  }

  @Test
  void rulesAreSaidToBeUnknownWhereTheyDoSomethingElsewhere(TestDatabase db) {
    db.execute(
        """
        CREATE TABLE t (id bigint);
        CREATE TABLE quiet (id bigint);
        CREATE TABLE other (id bigint);
        CREATE RULE nothing AS ON INSERT TO quiet DO INSTEAD NOTHING;
        CREATE VIEW v AS SELECT id FROM quiet;
        CREATE RULE elsewhere AS ON INSERT TO v DO INSTEAD INSERT INTO other VALUES (NEW.id)""");

    assertThat(locks(db, "INSERT INTO quiet VALUES (1);")).containsExactly("quiet ROW EXCLUSIVE");
    assertThat(locks(db, "INSERT INTO v VALUES (1);").get(0))
        .contains("other ROW EXCLUSIVE")
        .endsWith("? the rules of v");
    assertThat(
            locks(
                db,
                """
                CREATE TABLE n (id bigint);
                CREATE RULE also AS ON INSERT TO n DO ALSO INSERT INTO t VALUES (NEW.id);
                ALTER TABLE n RENAME TO m;
                INSERT INTO m VALUES (1);
                """))
        .containsExactly("t ROW EXCLUSIVE, ? the rules of m");
    assertThat(
            locks(
                db,
                """
                CREATE RULE never AS ON DELETE TO t DO INSTEAD NOTHING;
                DELETE FROM t;
                """))
        .containsExactly("t ACCESS EXCLUSIVE");
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

    assertThat(text(revisions.on(db).plan(Direction.UPGRADE, "head")))
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

    assertThat(text(revisions.on(db).plan(Direction.UPGRADE, "head")))
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

      assertThat(text(revisions.on(proxy.dataSource()).plan(Direction.UPGRADE, "head")))
          .hasSize(30)
          .containsOnly("t ACCESS EXCLUSIVE");
      assertThat(proxy.roundTrips() - before - status).isEqualTo(status + 1);
    }
  }

  private List<String> locks(TestDatabase db, String upgrade) {
    return text(
        new SqlRevisions(directory)
            .add("r1", "", upgrade, "SELECT 1;")
            .on(db)
            .plan(Direction.UPGRADE, "head"));
  }

  private static List<String> text(PlannedRun run) {
    return run.steps().stream()
        .flatMap(step -> step.units().stream())
        .map(unit -> text(unit.locks()))
        .toList();
  }

  private static String text(PlannedLocks locks) {
    StringBuilder text = new StringBuilder();
    locks.locks().forEach(lock -> text.append(lock.table() + " " + lock.mode().sql() + ", "));
    locks.unknown().forEach(what -> text.append("? " + what + ", "));
    return text.toString().replaceFirst(", $", "");
  }
}
