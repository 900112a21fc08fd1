package dev.migrations.command;

import static dev.migrations.command.AdoptingApplication.WHATEVER;
import static dev.migrations.command.AdoptingApplication.alembic;
import static dev.migrations.command.AdoptingApplication.newDatabase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.command.AdoptionPlan.Step;
import dev.migrations.engine.HistoryEvent;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.NoDowngradeException;
import dev.migrations.script.Predecessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** An application without revisions gets a base that stands for what is there. */
@PostgresTest
class AdoptionWritesABaseTests {

  @TempDir Path directory;
  private AdoptingApplication app;

  @BeforeEach
  void startProject() {
    app = new AdoptingApplication(directory);
  }

  @Test
  void anApplicationWithoutRevisionsGetsABaseThatCountsAsApplied(TestDatabase db)
      throws IOException {
    alembic(db);
    Adoption adoption = app.adoption(db);
    AdoptionPlan plan = adoption.plan(WHATEVER, app.project()::authoring);
    assertThat(plan.step()).isEqualTo(Step.WRITE_AND_STAMP);
    assertThat(app.project().files()).isEmpty();

    adoption.adopt(plan);

    assertThat(app.project().files())
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
    Migrations migrations = app.migrations(db);
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
    AdoptionPlan empty = app.adopt(adopted);
    AdoptionPlan filled =
        app.adoption(adopted)
            .plan(
                WHATEVER.withSchemaDump("CREATE TABLE public.customers (id bigint);"),
                app.project()::authoring);
    assertThat(filled.step()).isEqualTo(Step.NOTHING);
    assertThat(filled.text())
        .contains("-- revision: b1\n", "-- adopts: alembic 1975ea83b712\n")
        .contains("-- upgrade\nCREATE TABLE public.customers (id bigint);\n\n-- irreversible");
    Files.writeString(empty.file(), filled.text());
    app.migrations(adopted).validate("head");
    assertThat(app.migrations(adopted).check()).isEmpty();

    try (TestDatabase fresh = newDatabase()) {
      app.migrations(fresh).upgrade("head");
      assertThat(fresh.value("SELECT to_regclass('customers')")).isEqualTo("customers");
      Files.writeString(empty.file(), filled.text().replace("bigint", "int"));
      assertThat(app.migrations(fresh).check()).hasSize(1);
      assertThat(app.migrations(adopted).check()).isEmpty();
      app.migrations(fresh).stamp(List.of("head"), false);
      Files.writeString(empty.file(), filled.text().replace("bigint", "text"));
      assertThat(app.migrations(fresh).check()).as("an accepted edit is compared on").hasSize(1);
    }
  }

  @Test
  void aSchemaThatNobodyKeptIsAdoptedAndAnEmptyDatabaseIsNot(TestDatabase db) throws IOException {
    assertThatThrownBy(() -> app.plan(db)).hasMessageContaining("The database is empty");
    db.execute("CREATE TABLE customers (id bigint)");
    AdoptionPlan plan = app.adopt(db);
    assertThat(plan.adopts()).isEqualTo(Predecessor.UNVERSIONED);
    assertThat(Files.readString(plan.file())).contains("-- adopts: unversioned\n");
    assertThat(app.migrations(db).status().isAtHead()).isTrue();
  }

  @Test
  void aFileThatIsThereIsLeftAndNothingIsStamped(TestDatabase db) throws IOException {
    alembic(db);
    Adoption adoption = app.adoption(db);
    AdoptionPlan plan = adoption.plan(WHATEVER, app.project()::authoring);
    Files.createDirectories(plan.file().getParent());
    Files.writeString(plan.file(), "mine");
    assertThatThrownBy(() -> adoption.adopt(plan)).isInstanceOf(AuthoringException.class);
    assertThat(plan.file()).hasContent("mine");
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
  }

  @Test
  void aStampThatFailsTakesTheFileAway(TestDatabase db) throws IOException {
    alembic(db);
    Adoption adoption = app.adoption(db);
    AdoptionPlan plan = adoption.plan(WHATEVER, app.project()::authoring);
    db.execute(
        "CREATE TABLE migrations_revision (revision text PRIMARY KEY CHECK (revision <> 'b1'))");
    assertThatThrownBy(() -> adoption.adopt(plan))
        .isInstanceOf(AdoptionFailedException.class)
        .hasMessageContaining("its file was removed again");
    assertThat(plan.file()).doesNotExist();
  }

  @Test
  void anErrorThatNobodyForesawTakesTheFileAwayToo(TestDatabase db) {
    alembic(db);
    AdoptionPlan plan = app.plan(db);
    AtomicBoolean thrown = new AtomicBoolean();
    Adoption adoption =
        adoption(db, () -> Files.exists(plan.file()) && thrown.compareAndSet(false, true));
    assertThatThrownBy(() -> adoption.adopt(plan))
        .isInstanceOf(OutOfMemoryError.class)
        .hasNoSuppressedExceptions();
    assertThat(plan.file()).doesNotExist();
  }

  @Test
  void aFileThatMayCountAsAppliedIsLeftAndSaid(TestDatabase db) {
    alembic(db);
    AdoptionPlan plan = app.plan(db);
    Adoption adoption = adoption(db, () -> Files.exists(plan.file()));
    assertThatThrownBy(() -> adoption.adopt(plan))
        .isInstanceOf(OutOfMemoryError.class)
        .satisfies(
            error ->
                assertThat(error.getSuppressed())
                    .singleElement()
                    .isInstanceOf(AdoptionFailedException.class)
                    .asString()
                    .contains(plan.file() + " was written, and may not be marked as applied"));
    assertThat(plan.file()).exists();
  }

  /** No memory is left when this asks for a connection. */
  private Adoption adoption(TestDatabase db, BooleanSupplier outOfMemory) {
    DataSource dataSource =
        new DelegatingDataSource(db.dataSource()) {
          @Override
          public Connection getConnection() throws SQLException {
            if (outOfMemory.getAsBoolean()) {
              throw new OutOfMemoryError("none left");
            }
            return super.getConnection();
          }
        };
    return new Adoption(
        new Migrations(dataSource, app.project().load(), MigrationsSettings.defaults(), List.of()));
  }

  @Test
  void aDatabaseThatMovesBetweenTheQuestionAndTheAnswerIsLeftAlone(TestDatabase db) {
    alembic(db);
    Adoption adoption = app.adoption(db);
    AdoptionPlan plan = adoption.plan(WHATEVER, app.project()::authoring);
    db.execute("UPDATE alembic_version SET version_num = 'ffff'");
    assertThatThrownBy(() -> adoption.adopt(plan))
        .hasMessageContaining("moved meanwhile, from alembic 1975ea83b712 to alembic ffff");
    assertThat(app.project().files()).isEmpty();
  }
}
