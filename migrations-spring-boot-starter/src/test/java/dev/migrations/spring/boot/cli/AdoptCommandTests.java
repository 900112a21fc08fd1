package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.spring.boot.cli.TestShell.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

@PostgresTest
class AdoptCommandTests {

  @TempDir Path project;
  private Path revisions;

  @BeforeEach
  void createSourceTree() throws IOException {
    revisions = project.resolve(Path.of("src", "main", "resources", "revisions", "none"));
    Files.createDirectories(revisions);
  }

  @Test
  void itShowsWhatItFoundAndAsks(TestDatabase db) {
    alembic(db);
    Answer no = empty(db).answering("n").run("adopt --rev-id b1 --project " + project);
    assertThat(no.status()).isEqualTo(3);
    assertThat(no.out())
        .isEqualTo(
            """
            Found in %s:
              public.alembic_version: Alembic at 1975ea83b712
              Schema public: 1 table, 1 index
            """
                .formatted(db.jdbcUrl()));
    Path file = revisions.resolve("adopt_the_schema_of_alembic_b1.sql");
    assertThat(no.err())
        .contains(
            "This writes the base revision b1 for alembic 1975ea83b712 as "
                + file
                + ", and marks it as applied.\nAdopt it? [y/N] FAILED: Nothing was adopted.");
    assertThat(revisions).isEmptyDirectory();
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();

    Answer yes = empty(db).answering("y").run("adopt --rev-id b1 --project " + project);
    assertThat(yes.status()).as(yes.err()).isZero();
    assertThat(yes.lines())
        .contains(
            "Wrote " + file,
            "Running stamp_revision <base> -> b1",
            "The base is empty, so a new database gets nothing from it. To fill it:");
    assertThat(yes.out()).doesNotContain("password");
  }

  @Test
  void itIsRefusedWhereNobodyCanBeAsked(TestDatabase db) {
    alembic(db);
    Answer refused = empty(db).run("adopt --project " + project);
    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.err()).contains("there is no terminal to ask on", "--yes");
    assertThat(revisions).isEmptyDirectory();
  }

  @Test
  void aJarWithoutItsSourcesCannotWrite(TestDatabase db, @TempDir Path elsewhere) {
    alembic(db);
    Answer refused = empty(db).run("adopt --yes --project " + elsewhere);
    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.err()).contains("There is no src/main in", "--project");
  }

  @Test
  void aDryRunWritesTheTextAloneToStandardOutput(TestDatabase db) throws IOException {
    alembic(db);
    Path dump = project.resolve("schema.sql");
    Files.writeString(dump, "\\restrict x\nCREATE TABLE public.customers (id bigint);\n");
    Answer dry =
        empty(db).run("adopt --dry-run --rev-id b1 --schema " + dump + " --project " + project);
    assertThat(dry.status()).as(dry.err()).isZero();
    assertThat(dry.out())
        .startsWith("-- revision: b1\n")
        .contains("-- upgrade\nCREATE TABLE public.customers (id bigint);\n");
    assertThat(dry.err()).contains("Found in", "This writes the base revision b1");
    assertThat(revisions).isEmptyDirectory();
  }

  @Test
  void theJsonIsOneObject(TestDatabase db) {
    alembic(db);
    Answer answer = empty(db).run("adopt --yes --rev-id b1 --format json --project " + project);
    assertThat(answer.lines()).hasSize(1);
    Map<String, Object> json = JsonParserFactory.getJsonParser().parseMap(answer.out());
    assertThat(json)
        .containsEntry("step", "WRITE_AND_STAMP")
        .containsEntry("base", "b1")
        .containsEntry("adopts", "alembic 1975ea83b712")
        .containsEntry("current", List.of());
    assertThat(json.get("found")).asString().contains("ALEMBIC", "1975ea83b712");
  }

  @Test
  void theOptionsChooseTheToolTheTableAndTheMessage(TestDatabase db) {
    db.execute("CREATE TABLE versions (version_num text)");
    db.execute("INSERT INTO versions VALUES ('ab')");
    Answer answer =
        empty(db)
            .runWords(
                "adopt",
                "--yes",
                "--from=alembic",
                "--table=versions",
                "--rev-id=b1",
                "-m",
                "As it was",
                "--project=" + project);
    assertThat(answer.status()).as(answer.err()).isZero();
    assertThat(revisions.resolve("as_it_was_b1.sql"))
        .content()
        .contains("-- adopts: alembic ab in versions\n");
  }

  @Test
  void wrongOptionsAndFilesAreSaid(TestDatabase db) {
    assertThat(empty(db).run("adopt --from sqitch").status()).isEqualTo(2);
    assertThat(empty(db).run("adopt --from sqitch").err())
        .contains("expected one of alembic, flyway, liquibase, unversioned but was 'sqitch'");
    assertThat(empty(db).run("adopt --from Flyway").err()).doesNotContain("expected one of");
    assertThat(empty(db).run("adopt --dry-run --format json").status()).isEqualTo(2);
    Answer noFile = empty(db).run("adopt --schema nowhere.sql");
    assertThat(noFile.status()).isEqualTo(3);
    assertThat(noFile.err())
        .contains("There is no file " + Path.of("nowhere.sql").toAbsolutePath());
    assertThat(new TestShell(db, "shop").run("adopt").err())
        .contains("none of them stands for a database of another tool", "stamp a00000000002");
  }

  @Test
  void aDumpThatCannotBeTakenIsNamedWithItsLine(TestDatabase db) throws IOException {
    alembic(db);
    Path custom = project.resolve("custom.dump");
    Files.write(custom, new byte[] {'P', 'G', 'D', 'M', 'P', 1, 16, (byte) 0xff});
    assertThat(empty(db).run("adopt --schema " + custom).err())
        .contains(custom + " is a dump, but not in plain text", "pg_restore --schema-only");

    Path data = project.resolve("data.sql");
    Files.writeString(data, "CREATE TABLE public.t (id int);\nINSERT INTO public.t VALUES (1);\n");
    assertThat(empty(db).run("adopt --schema " + data + " --project " + project).err())
        .contains(data + ", line 2: there are rows of a table", "--schema-only");
  }

  @Test
  void whatIsPassedOverIsSaid(TestDatabase db) {
    alembic(db);
    Answer dry = empty(db).run("adopt --from unversioned --dry-run --project " + project);
    assertThat(dry.err())
        .contains(
            "public.alembic_version: Alembic, passed over, since 'unversioned' was asked for",
            "for a schema that no tool has kept as ")
        .doesNotContain("No table of Alembic");
  }

  @Test
  void anApplicationWithItsBaseTakesNoNameAndNoSchemaForIt(TestDatabase db) throws IOException {
    alembic(db);
    Path dump = project.resolve("schema.sql");
    Files.writeString(dump, "CREATE TABLE public.customers (id bigint);\n");
    TestShell adopting = new TestShell(db, "adopting");

    Answer named = adopting.run("adopt --yes --rev-id b2");
    assertThat(named.status()).isEqualTo(3);
    assertThat(named.err()).contains("has its base, revision b1, already", "Leave --rev-id");
    Answer given = adopting.run("adopt --yes --schema " + dump);
    assertThat(given.status()).isEqualTo(3);
    assertThat(given.err()).contains("Add --dry-run to --schema").doesNotContain("--rev-id");
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();

    assertThat(adopting.run("adopt --dry-run --schema " + dump).out())
        .contains("-- revision: b1", "CREATE TABLE public.customers");
  }

  @Test
  void aToolThatWentOnAfterTheAdoptionIsNoticed(TestDatabase db) {
    alembic(db);
    TestShell adopting = new TestShell(db, "adopting");
    assertThat(adopting.run("adopt --yes").status()).isZero();
    assertThat(adopting.run("adopt").lines())
        .endsWith("The database is at b1; it is adopted already.");

    db.execute("UPDATE alembic_version SET version_num = 'ffff'");
    Answer later = adopting.run("adopt");
    assertThat(later.status()).isZero();
    assertThat(later.out())
        .contains(
            "Alembic has moved on since: it is at alembic ffff, and the base stands for alembic"
                + " 1975ea83b712.");
  }

  @Test
  void whatAnotherInstanceAdoptedMeanwhileIsNotSaidToBeDoneHere(TestDatabase db) {
    alembic(db);
    Answer late =
        new TestShell(db, "adopting")
            .asking(
                () -> {
                  assertThat(new TestShell(db, "adopting").run("adopt --yes").status()).isZero();
                  return "y";
                })
            .run("adopt");
    assertThat(late.status()).as(late.err()).isZero();
    assertThat(late.lines())
        .endsWith("The database is at b1; it is adopted already.")
        .noneMatch(line -> line.startsWith("Running"));
  }

  /** An application without revisions. */
  private TestShell empty(TestDatabase db) {
    return new TestShell(db, "none");
  }

  private static void alembic(TestDatabase db) {
    db.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)");
    db.execute("INSERT INTO alembic_version VALUES ('1975ea83b712')");
    db.execute("CREATE TABLE customers (id bigint PRIMARY KEY)");
  }
}
