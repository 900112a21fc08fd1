package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.RevisionScripts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that stand in an SQL file, as pg_dump writes them, run by the engine. */
@PostgresTest
class CopyRowsInFileTests {

  private static final String FILE =
      """
      CREATE TABLE country (code text PRIMARY KEY, name text, note text);
      COPY public.country (code, name, note) FROM stdin;
      DE	Germany	it's; $$ /*
      CI	Côte d'Ivoire	\\N
      -- downgrade	\\t\\\\	𝄞
      \\.

      COPY country FROM stdin (FORMAT csv, HEADER);
      code,name,note
      FR,"France
      ;",
      \\.
      UPDATE country SET note = 'all ' || (SELECT count(*) FROM country) WHERE code = 'FR';
      """;

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void createRevisions() {
    revisions = new SqlRevisions(directory);
  }

  @Test
  void theyArriveInOneTransactionWithTheRest(TestDatabase db) {
    Migrations migrations = revisions.add("rows", "", FILE, "DROP TABLE country;").on(db);

    migrations.upgrade("head");

    assertThat(db.column("SELECT country::text FROM country ORDER BY code COLLATE \"C\""))
        .containsExactly(
            "(\"-- downgrade\",\"\t\\\\\",𝄞)",
            "(CI,\"Côte d'Ivoire\",)",
            "(DE,Germany,\"it's; $$ /*\")",
            "(FR,\"France\n;\",\"all 4\")");
    migrations.downgrade("base");
    assertThat(db.value("SELECT to_regclass('country')")).isNull();
  }

  @Test
  void aRowThatIsRefusedIsNamedByItsLine(TestDatabase db) {
    Migrations migrations =
        revisions
            .add(
                "rows",
                "",
                "CREATE TABLE t (id int);\nCOPY t FROM stdin;\n1\n2\nthree\n\\.\n",
                "DROP TABLE t;")
            .on(db);

    assertThatThrownBy(() -> migrations.upgrade("head"))
        .isInstanceOf(RevisionFailedException.class)
        .hasMessageContaining("invalid input syntax")
        .hasMessageContaining("rows.sql, line 9, unit 1 of 1, statement 2");
    assertThat(db.value("SELECT to_regclass('t')")).isNull();
  }

  @Test
  void aStatementThatIsRefusedIsNamedByItsLine(TestDatabase db) {
    Migrations migrations =
        revisions.add("rows", "", "COPY missing FROM stdin;\n1\n\\.\n", "").on(db);

    assertThatThrownBy(() -> migrations.upgrade("head"))
        .isInstanceOf(RevisionFailedException.class)
        .hasMessageContaining("\"missing\" does not exist")
        .hasMessageContaining("rows.sql, line 5, unit 1 of 1, statement 1");
  }

  @Test
  void javaMayHoldThemToo(TestDatabase db) {
    db.execute("CREATE TABLE t (id int)");
    @Revision(id = "rows", message = "Rows")
    class Rows implements Migration {
      @Override
      public void change(Operations op) {
        op.irreversible("a test");
        op.execute("COPY t FROM stdin;\n7\n8\n\\.\n");
      }
    }
    RevisionScripts scripts =
        RevisionScripts.load(List.of(), List.of(new Rows()), getClass().getClassLoader());

    new Migrations(db.dataSource(), scripts, SqlRevisions.settings(), List.of()).upgrade("head");

    assertThat(db.column("SELECT id FROM t ORDER BY 1")).containsExactly("7", "8");
  }
}
