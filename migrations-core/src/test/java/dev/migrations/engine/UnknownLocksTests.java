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

/** What a dry run cannot know of locks, it says so of. */
@PostgresTest
class UnknownLocksTests {

  @TempDir Path directory;

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

    assertThat(PlannedLockText.of(migrations.plan(Direction.UPGRADE, "head")))
        .containsExactly("? code \"fill the names\"");
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

  private List<String> locks(TestDatabase db, String upgrade) {
    return PlannedLockText.of(db, directory, upgrade);
  }
}
