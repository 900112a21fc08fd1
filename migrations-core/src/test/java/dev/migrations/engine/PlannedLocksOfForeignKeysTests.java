package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.Direction;
import dev.migrations.script.RevisionScripts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What foreign keys connect is locked together, also where the plan itself makes or drops them. */
@PostgresTest
class PlannedLocksOfForeignKeysTests {

  @TempDir Path directory;

  @Test
  void dropOfATableThatThePlanCreatesLocksWhatThatRefersTo(TestDatabase db) {
    db.execute("CREATE TABLE customers (id bigint PRIMARY KEY)");
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .add("r1", "", "CREATE TABLE n (c bigint REFERENCES customers);", "SELECT 1;")
            .add("r2", "r1", "ALTER TABLE n RENAME TO m;", "SELECT 1;")
            .add("r3", "r2", "DROP TABLE m;", "SELECT 1;");

    assertThat(PlannedLockText.of(revisions.on(db).plan(Direction.UPGRADE, "head")))
        .containsExactly(
            "customers SHARE ROW EXCLUSIVE",
            "n ACCESS EXCLUSIVE",
            "m ACCESS EXCLUSIVE, customers ACCESS EXCLUSIVE");
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

    assertThat(PlannedLockText.of(migrations.plan(Direction.UPGRADE, "head")))
        .containsExactly(
            "orders SHARE ROW EXCLUSIVE, customers SHARE ROW EXCLUSIVE",
            "orders SHARE UPDATE EXCLUSIVE, customers ROW SHARE");
    migrations.upgrade("head");
    assertThat(PlannedLockText.of(migrations.plan(Direction.DOWNGRADE, "base")))
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

    assertThat(PlannedLockText.of(revisions.on(db).plan(Direction.UPGRADE, "head")))
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

    assertThat(PlannedLockText.of(revisions.on(db).plan(Direction.UPGRADE, "head")))
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

  private List<String> locks(TestDatabase db, String upgrade) {
    return PlannedLockText.of(db, directory, upgrade);
  }
}
