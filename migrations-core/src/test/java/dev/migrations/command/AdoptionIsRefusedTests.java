package dev.migrations.command;

import static dev.migrations.command.AdoptingApplication.alembic;
import static dev.migrations.command.AdoptingApplication.flyway;
import static dev.migrations.command.AdoptingApplication.newDatabase;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.PredecessorTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What speaks against adopting a database, and what is said of it. */
@PostgresTest
class AdoptionIsRefusedTests {

  @TempDir Path directory;
  private AdoptingApplication app;

  @BeforeEach
  void startProject() {
    app = new AdoptingApplication(directory);
  }

  @Test
  void anEmptyOldTableOrNoneIsNoPosition(TestDatabase db) throws IOException {
    alembic(db);
    app.adopt(db);
    try (TestDatabase other = newDatabase()) {
      assertThatThrownBy(() -> app.plan(other))
          .hasMessageContaining("stands for alembic 1975ea83b712, and the database has no table of")
          .hasMessageContaining("It holds nothing else: run upgrade");
      other.execute("CREATE TABLE customers (id bigint)");
      assertThatThrownBy(() -> app.plan(other))
          .hasMessageContaining("If the table of Alembic has another name, give it with --table")
          .hasMessageContaining("stamp b1");
      alembic(other);
      other.execute("DELETE FROM alembic_version");
      assertThatThrownBy(() -> app.plan(other))
          .hasMessageContaining("public.alembic_version has no row")
          .hasMessageContaining("drop that table and run upgrade");
    }
  }

  @Test
  void theTableOfAnotherToolIsNamed(TestDatabase db) throws IOException {
    alembic(db);
    app.adopt(db);
    try (TestDatabase other = newDatabase()) {
      flyway(other);
      assertThatThrownBy(() -> app.plan(other))
          .hasMessageContaining(
              "has no table of Alembic, but the empty table public.flyway_schema_history of Flyway")
          .hasMessageContaining("run upgrade");
      other.execute("INSERT INTO flyway_schema_history VALUES (1, '2', true)");
      assertThatThrownBy(() -> app.plan(other))
          .hasMessageContaining("but the table public.flyway_schema_history of Flyway")
          .hasMessageContaining("stamp b1")
          .hasMessageNotContaining("run upgrade");
      AdoptionRequest flyway = new AdoptionRequest(PredecessorTool.FLYWAY, null, null, null, null);
      assertThatThrownBy(() -> app.adoption(other).plan(flyway, app.project()::authoring))
          .hasMessageContaining("another tool was asked for");
    }
  }

  @Test
  void theToolsThatHaveTablesAreOffered(TestDatabase db) {
    alembic(db);
    flyway(db);
    assertThatThrownBy(() -> app.plan(db))
        .hasMessageContaining("tables of several tools")
        .hasMessageContaining("--from alembic or --from flyway");
  }

  @Test
  void aToolThatIsNamedMustHaveItsTable(TestDatabase db) {
    alembic(db);
    AdoptionRequest flyway = new AdoptionRequest(PredecessorTool.FLYWAY, null, null, null, null);
    assertThatThrownBy(() -> app.adoption(db).plan(flyway, app.project()::authoring))
        .hasMessageContaining("There is no table flyway_schema_history of Flyway")
        .hasMessageContaining("--table");
  }

  @Test
  void aTableThatIsNamedMustBeThatOfATool(TestDatabase db) {
    db.execute("CREATE TABLE customers (id bigint)");
    AdoptionRequest customers = new AdoptionRequest(null, "customers", null, null, null);
    assertThatThrownBy(() -> app.adoption(db).plan(customers, app.project()::authoring))
        .hasMessageContaining(
            "The table customers does not look like one of Alembic, Flyway or Liquibase");
    AdoptionRequest nowhere = new AdoptionRequest(null, "nowhere", null, null, null);
    assertThatThrownBy(() -> app.adoption(db).plan(nowhere, app.project()::authoring))
        .hasMessageContaining("There is no table nowhere of another tool");
    AdoptionRequest noName = new AdoptionRequest(null, "a b.c", null, null, null);
    assertThatThrownBy(() -> app.adoption(db).plan(noName, app.project()::authoring))
        .as("PostgreSQL 14 and 15 refuse the name, later ones find nothing")
        .isExactlyInstanceOf(MigrationsException.class)
        .hasMessageContaining("a b.c");
  }

  @Test
  void anApplicationWhoseRevisionsAdoptNothingIsRefused(TestDatabase db) {
    alembic(db);
    app.project().sql("r1", null, false);
    assertThatThrownBy(() -> app.plan(db))
        .hasMessageContaining("none of them stands for a database of another tool")
        .hasMessageContaining("stamp r1");
  }

  @Test
  void aDatabaseWithOtherRevisionsIsRefused(TestDatabase db) throws IOException {
    alembic(db);
    AdoptionPlan plan = app.adopt(db);
    Files.delete(plan.file());
    assertThatThrownBy(() -> app.plan(db))
        .hasMessageContaining("The database is at b1 already")
        .hasMessageContaining("build the application again");
  }
}
