package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.command.AdoptionPlan.Step;
import dev.migrations.engine.HistoryEvent;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.engine.NotAdoptedException;
import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.NoDowngradeException;
import dev.migrations.script.Predecessor;
import dev.migrations.script.PredecessorTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting on a database that is there already. */
@PostgresTest
class AdoptionTests {

  private static final AdoptionRequest WHATEVER = new AdoptionRequest(null, null, null, "b1", null);

  @TempDir Path directory;
  private AuthoredProject project;

  @BeforeEach
  void startProject() {
    project = new AuthoredProject(directory);
  }

  @Test
  void anApplicationWithoutRevisionsGetsABaseThatCountsAsApplied(TestDatabase db)
      throws IOException {
    alembic(db);
    Adoption adoption = adoption(db);
    AdoptionPlan plan = adoption.plan(WHATEVER, project::authoring);
    assertThat(plan.step()).isEqualTo(Step.WRITE_AND_STAMP);
    assertThat(project.files()).isEmpty();

    adoption.adopt(plan);

    assertThat(project.files())
        .containsExactly("resources/db/revisions/adopt_the_schema_of_alembic_b1.sql");
    assertThat(Files.readString(plan.file()))
        .startsWith(
            """
            -- revision: b1
            -- message: Adopt the schema of Alembic
            -- adopts: alembic 1975ea83b712
            """)
        .contains("pg_dump --schema-only", "--dbname=" + db.name())
        .doesNotContain("password");
    Migrations migrations = migrations(db);
    assertThat(migrations.status().isAtHead()).isTrue();
    assertThat(migrations.overview().history())
        .singleElement()
        .satisfies(entry -> assertThat(entry.event()).isEqualTo(HistoryEvent.STAMP));
    assertThat(db.column("SELECT version_num FROM alembic_version"))
        .containsExactly("1975ea83b712");
    assertThatThrownBy(() -> migrations.downgrade("base"))
        .isInstanceOf(NoDowngradeException.class)
        .hasMessageContaining("it stands for a schema that was there before");
  }

  @Test
  void anEmptyBaseMayBeFilledLaterButOneThatRanMayNotBeEdited(TestDatabase adopted)
      throws IOException {
    alembic(adopted);
    AdoptionPlan empty = adopt(adopted);
    AdoptionPlan filled =
        adoption(adopted)
            .plan(
                WHATEVER.withSchemaDump("CREATE TABLE public.customers (id bigint);"),
                project::authoring);
    assertThat(filled.step()).isEqualTo(Step.NOTHING);
    assertThat(filled.text())
        .contains("-- revision: b1\n", "-- adopts: alembic 1975ea83b712\n")
        .contains("-- upgrade\nCREATE TABLE public.customers (id bigint);\n\n-- irreversible");
    Files.writeString(empty.file(), filled.text());
    migrations(adopted).validate("head");
    assertThat(migrations(adopted).check()).isEmpty();

    try (TestDatabase fresh = newDatabase()) {
      migrations(fresh).upgrade("head");
      assertThat(fresh.value("SELECT to_regclass('customers')")).isEqualTo("customers");
      Files.writeString(empty.file(), filled.text().replace("bigint", "int"));
      assertThat(migrations(fresh).check()).hasSize(1);
      assertThat(migrations(adopted).check()).isEmpty();
      migrations(fresh).stamp(List.of("head"), false);
      Files.writeString(empty.file(), filled.text().replace("bigint", "text"));
      assertThat(migrations(fresh).check()).as("an accepted edit is compared on").hasSize(1);
    }
  }

  @Test
  void theSameApplicationAdoptsFurtherDatabasesAtThatPositionOnly(TestDatabase db)
      throws IOException {
    alembic(db);
    adopt(db);
    try (TestDatabase staging = newDatabase()) {
      alembic(staging);
      staging.execute("UPDATE alembic_version SET version_num = 'ffff'");
      Adoption adoption = adoption(staging);
      assertThatThrownBy(() -> adoption.plan(WHATEVER, project::authoring))
          .hasMessageContaining(
              "stands for alembic 1975ea83b712, and the database is at alembic ffff")
          .hasMessageContaining("with Alembic first")
          .hasMessageContaining("stamp b1");

      staging.execute("UPDATE alembic_version SET version_num = '1975ea83b712'");
      AdoptionPlan plan = adoption.plan(WHATEVER, project::authoring);
      assertThat(plan.step()).isEqualTo(Step.STAMP);
      assertThat(plan.file()).isNull();
      adoption.adopt(plan);
      assertThat(migrations(staging).status().isAtHead()).isTrue();
      assertThat(adoption.plan(WHATEVER, project::authoring).step()).isEqualTo(Step.NOTHING);
    }
  }

  @Test
  void anEmptyOldTableOrNoneIsNoPosition(TestDatabase db) throws IOException {
    alembic(db);
    adopt(db);
    try (TestDatabase other = newDatabase()) {
      assertThatThrownBy(() -> adoption(other).plan(WHATEVER, project::authoring))
          .hasMessageContaining("stands for alembic 1975ea83b712, and the database has no table of")
          .hasMessageContaining("It holds nothing else: run upgrade");
      other.execute("CREATE TABLE customers (id bigint)");
      assertThatThrownBy(() -> adoption(other).plan(WHATEVER, project::authoring))
          .hasMessageContaining("If the table of Alembic has another name, give it with --table")
          .hasMessageContaining("stamp b1");
      alembic(other);
      other.execute("DELETE FROM alembic_version");
      assertThatThrownBy(() -> adoption(other).plan(WHATEVER, project::authoring))
          .hasMessageContaining("public.alembic_version has no row")
          .hasMessageContaining("drop that table and run upgrade");
    }
  }

  @Test
  void theTableOfAnotherToolIsNamed(TestDatabase db) throws IOException {
    alembic(db);
    adopt(db);
    try (TestDatabase other = newDatabase()) {
      flyway(other);
      assertThatThrownBy(() -> adoption(other).plan(WHATEVER, project::authoring))
          .hasMessageContaining(
              "has no table of Alembic, but the empty table public.flyway_schema_history of Flyway")
          .hasMessageContaining("run upgrade");
      other.execute("INSERT INTO flyway_schema_history VALUES (1, '2', true)");
      assertThatThrownBy(() -> adoption(other).plan(WHATEVER, project::authoring))
          .hasMessageContaining("but the table public.flyway_schema_history of Flyway")
          .hasMessageContaining("stamp b1")
          .hasMessageNotContaining("run upgrade");
      AdoptionRequest flyway = new AdoptionRequest(PredecessorTool.FLYWAY, null, null, null, null);
      assertThatThrownBy(() -> adoption(other).plan(flyway, project::authoring))
          .hasMessageContaining("another tool was asked for");
    }
  }

  @Test
  void theToolsThatHaveTablesAreOffered(TestDatabase db) {
    alembic(db);
    flyway(db);
    assertThatThrownBy(() -> adoption(db).plan(WHATEVER, project::authoring))
        .hasMessageContaining("tables of several tools")
        .hasMessageContaining("--from alembic or --from flyway");
  }

  @Test
  void aSchemaThatNobodyKeptIsAdoptedAndAnEmptyDatabaseIsNot(TestDatabase db) throws IOException {
    assertThatThrownBy(() -> adoption(db).plan(WHATEVER, project::authoring))
        .hasMessageContaining("The database is empty");
    db.execute("CREATE TABLE customers (id bigint)");
    AdoptionPlan plan = adopt(db);
    assertThat(plan.adopts()).isEqualTo(Predecessor.UNVERSIONED);
    assertThat(Files.readString(plan.file())).contains("-- adopts: unversioned\n");
    assertThat(migrations(db).status().isAtHead()).isTrue();
  }

  @Test
  void aToolThatIsNamedMustHaveItsTable(TestDatabase db) {
    alembic(db);
    AdoptionRequest flyway = new AdoptionRequest(PredecessorTool.FLYWAY, null, null, null, null);
    assertThatThrownBy(() -> adoption(db).plan(flyway, project::authoring))
        .hasMessageContaining("There is no table flyway_schema_history of Flyway")
        .hasMessageContaining("--table");
  }

  @Test
  void aTableThatIsNamedMustBeThatOfATool(TestDatabase db) {
    db.execute("CREATE TABLE customers (id bigint)");
    AdoptionRequest customers = new AdoptionRequest(null, "customers", null, null, null);
    assertThatThrownBy(() -> adoption(db).plan(customers, project::authoring))
        .hasMessageContaining(
            "The table customers does not look like one of Alembic, Flyway or Liquibase");
    AdoptionRequest nowhere = new AdoptionRequest(null, "nowhere", null, null, null);
    assertThatThrownBy(() -> adoption(db).plan(nowhere, project::authoring))
        .hasMessageContaining("There is no table nowhere of another tool");
    AdoptionRequest noName = new AdoptionRequest(null, "a b.c", null, null, null);
    assertThatThrownBy(() -> adoption(db).plan(noName, project::authoring))
        .as("PostgreSQL 14 and 15 refuse the name, later ones find nothing")
        .isExactlyInstanceOf(MigrationsException.class)
        .hasMessageContaining("a b.c");
  }

  @Test
  void aNewDatabaseHasNoTableOfAnyName(TestDatabase db) throws IOException {
    db.execute("CREATE SCHEMA old; CREATE TABLE old.versions (version_num text)");
    db.execute("INSERT INTO old.versions VALUES ('ab')");
    Adoption adoption = adoption(db);
    adoption.adopt(
        adoption.plan(
            new AdoptionRequest(null, "old.versions", null, "b1", null), project::authoring));
    try (TestDatabase fresh = newDatabase()) {
      assertThat(adoption(fresh).adoptAtBoot()).isFalse();
      assertThat(migrations(fresh).upgrade("head").rowsAfter()).containsExactly("b1");
    }
  }

  @Test
  void anApplicationWhoseRevisionsAdoptNothingIsRefused(TestDatabase db) {
    alembic(db);
    project.sql("r1", null, false);
    assertThatThrownBy(() -> adoption(db).plan(WHATEVER, project::authoring))
        .hasMessageContaining("none of them stands for a database of another tool")
        .hasMessageContaining("stamp r1");
  }

  @Test
  void aDatabaseWithOtherRevisionsIsRefused(TestDatabase db) throws IOException {
    alembic(db);
    AdoptionPlan plan = adopt(db);
    Files.delete(plan.file());
    assertThatThrownBy(() -> adoption(db).plan(WHATEVER, project::authoring))
        .hasMessageContaining("The database is at b1 already")
        .hasMessageContaining("build the application again");
  }

  @Test
  void aFileThatIsThereIsLeftAndNothingIsStamped(TestDatabase db) throws IOException {
    alembic(db);
    Adoption adoption = adoption(db);
    AdoptionPlan plan = adoption.plan(WHATEVER, project::authoring);
    Files.createDirectories(plan.file().getParent());
    Files.writeString(plan.file(), "mine");
    assertThatThrownBy(() -> adoption.adopt(plan)).isInstanceOf(AuthoringException.class);
    assertThat(plan.file()).hasContent("mine");
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
  }

  @Test
  void aStampThatFailsTakesTheFileAway(TestDatabase db) throws IOException {
    alembic(db);
    Adoption adoption = adoption(db);
    AdoptionPlan plan = adoption.plan(WHATEVER, project::authoring);
    db.execute(
        "CREATE TABLE migrations_revision (revision text PRIMARY KEY CHECK (revision <> 'b1'))");
    assertThatThrownBy(() -> adoption.adopt(plan))
        .isInstanceOf(AdoptionFailedException.class)
        .hasMessageContaining("its file was removed again");
    assertThat(plan.file()).doesNotExist();
  }

  @Test
  void aDatabaseThatMovesBetweenTheQuestionAndTheAnswerIsLeftAlone(TestDatabase db) {
    alembic(db);
    Adoption adoption = adoption(db);
    AdoptionPlan plan = adoption.plan(WHATEVER, project::authoring);
    db.execute("UPDATE alembic_version SET version_num = 'ffff'");
    assertThatThrownBy(() -> adoption.adopt(plan))
        .hasMessageContaining("moved meanwhile, from alembic 1975ea83b712 to alembic ffff");
    assertThat(project.files()).isEmpty();
  }

  @Test
  void anInstanceThatComesLateDoesNotTakeTheDatabaseBackToTheBase(TestDatabase db)
      throws IOException {
    alembic(db);
    adopt(db);
    project.sql("r2", "b1", false);
    try (TestDatabase production = newDatabase()) {
      alembic(production);
      Adoption late = adoption(production);
      AdoptionPlan plan = late.plan(WHATEVER, project::authoring);
      assertThat(adoption(production).adoptAtBoot()).isTrue();
      migrations(production).upgrade("head");

      late.adopt(plan);

      assertThat(migrations(production).status().current()).containsExactly("r2");
      assertThat(adoption(production).adoptAtBoot()).isFalse();
    }
  }

  @Test
  void aBootAdoptsOnlyWhereTheOldTableProvesThePosition(TestDatabase db) throws IOException {
    alembic(db);
    adopt(db);
    try (TestDatabase other = newDatabase()) {
      assertThat(adoption(other).adoptAtBoot()).as("a new database").isFalse();
      alembic(other);
      other.execute("UPDATE alembic_version SET version_num = 'ffff'");
      assertThatThrownBy(() -> adoption(other).adoptAtBoot())
          .hasMessageContaining("the database is at alembic ffff");
      assertThatThrownBy(() -> migrations(other).upgrade("head"))
          .isInstanceOf(NotAdoptedException.class);
    }
  }

  @Test
  void aDatabaseIsAdoptedAlsoWhereARangeBehindTheBaseIsReplaced(TestDatabase db)
      throws IOException {
    alembic(db);
    adopt(db);
    project.sql("r2", "b1", false);
    project.sql("r3", "r2", false);
    migrations(db).upgrade("r3");
    project.authoring().squash("Squashed", "r2:r3", "s");

    assertThat(adoption(db).plan(WHATEVER, project::authoring).step()).isEqualTo(Step.NOTHING);
  }

  @Test
  void aDatabaseIsAdoptedAlsoWhereTheBaseIsInsideOfARange(TestDatabase db) throws IOException {
    alembic(db);
    adopt(db);
    project.sql("r2", "b1", false);
    project.authoring().squash("Squashed", "b1:r2", "s");

    assertThat(adoption(db).plan(WHATEVER, project::authoring).step()).isEqualTo(Step.NOTHING);
    migrations(db).upgrade("heads");
    assertThat(adoption(db).plan(WHATEVER, project::authoring).step()).isEqualTo(Step.NOTHING);
  }

  private AdoptionPlan adopt(TestDatabase db) {
    Adoption adoption = adoption(db);
    AdoptionPlan plan = adoption.plan(WHATEVER, project::authoring);
    adoption.adopt(plan);
    return plan;
  }

  private Adoption adoption(TestDatabase db) {
    return new Adoption(migrations(db));
  }

  /** The application as it is built from the source tree now. */
  private Migrations migrations(TestDatabase db) {
    return new Migrations(
        db.dataSource(), project.load(), MigrationsSettings.defaults(), List.of());
  }

  private static TestDatabase newDatabase() {
    return PostgresServer.shared().createDatabase();
  }

  private static void flyway(TestDatabase db) {
    db.execute(
        "CREATE TABLE flyway_schema_history (installed_rank int, version text, success boolean)");
  }

  private static void alembic(TestDatabase db) {
    db.execute(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT"
            + " alembic_version_pkc PRIMARY KEY (version_num));"
            + " INSERT INTO alembic_version (version_num) VALUES ('1975ea83b712')");
  }
}
