package dev.migrations.command;

import static dev.migrations.command.AdoptingApplication.WHATEVER;
import static dev.migrations.command.AdoptingApplication.alembic;
import static dev.migrations.command.AdoptingApplication.newDatabase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.command.AdoptionPlan.Step;
import dev.migrations.engine.LockHolder;
import dev.migrations.engine.NotAdoptedException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that has its base marks it as applied in further databases. */
@PostgresTest
class AdoptionStampsTheBaseTests {

  // As many as boot at once; the common pool may have one thread alone.
  private static final Executor THREADS = task -> new Thread(task).start();

  @TempDir Path directory;
  private AdoptingApplication app;

  @BeforeEach
  void startProject() {
    app = new AdoptingApplication(directory);
  }

  @Test
  void theSameApplicationAdoptsFurtherDatabasesAtThatPositionOnly(TestDatabase db)
      throws IOException {
    alembic(db);
    app.adopt(db);
    try (TestDatabase staging = newDatabase()) {
      alembic(staging);
      staging.execute("UPDATE alembic_version SET version_num = 'ffff'");
      Adoption adoption = app.adoption(staging);
      assertThatThrownBy(() -> adoption.plan(WHATEVER, app.project()::authoring))
          .hasMessageContaining(
              "stands for alembic 1975ea83b712, and the database is at alembic ffff")
          .hasMessageContaining("with Alembic first")
          .hasMessageContaining("stamp b1");

      staging.execute("UPDATE alembic_version SET version_num = '1975ea83b712'");
      AdoptionPlan plan = adoption.plan(WHATEVER, app.project()::authoring);
      assertThat(plan.step()).isEqualTo(Step.STAMP);
      assertThat(plan.file()).isNull();
      assertThat(adoption.adopt(plan)).isTrue();
      assertThat(app.migrations(staging).status().isAtHead()).isTrue();
      assertThat(adoption.plan(WHATEVER, app.project()::authoring).step()).isEqualTo(Step.NOTHING);
    }
  }

  @Test
  void aNewDatabaseHasNoTableOfAnyName(TestDatabase db) throws IOException {
    db.execute("CREATE SCHEMA old; CREATE TABLE old.versions (version_num text)");
    db.execute("INSERT INTO old.versions VALUES ('ab')");
    Adoption adoption = app.adoption(db);
    adoption.adopt(
        adoption.plan(
            new AdoptionRequest(null, "old.versions", null, "b1", null), app.project()::authoring));
    try (TestDatabase fresh = newDatabase()) {
      assertThat(app.adoption(fresh).adoptAtBoot()).isFalse();
      assertThat(app.migrations(fresh).upgrade("head").rowsAfter()).containsExactly("b1");
    }
  }

  @Test
  void anInstanceThatComesLateDoesNotTakeTheDatabaseBackToTheBase(TestDatabase db)
      throws IOException {
    alembic(db);
    app.adopt(db);
    app.project().sql("r2", "b1", false);
    try (TestDatabase production = newDatabase()) {
      alembic(production);
      Adoption late = app.adoption(production);
      AdoptionPlan plan = late.plan(WHATEVER, app.project()::authoring);
      assertThat(app.adoption(production).adoptAtBoot()).isTrue();
      app.migrations(production).upgrade("head");

      assertThat(late.adopt(plan)).isFalse();

      assertThat(app.migrations(production).status().current()).containsExactly("r2");
      assertThat(app.adoption(production).adoptAtBoot()).isFalse();
    }
  }

  @Test
  void ofTwoInstancesThatBootTogetherOneSaysThatItAdopted(TestDatabase db) throws Exception {
    alembic(db);
    app.adopt(db);
    try (TestDatabase production = newDatabase()) {
      alembic(production);
      List<CompletableFuture<Boolean>> boots;
      try (Connection other = production.connect()) {
        LockHolder.holdRunLock(other, "public");
        boots =
            Stream.of(app.adoption(production), app.adoption(production))
                .map(adoption -> CompletableFuture.supplyAsync(adoption::adoptAtBoot, THREADS))
                .toList();
        Awaitility.await().until(() -> waiting(production) == 2);
      }
      assertThat(boots).map(CompletableFuture::join).containsExactlyInAnyOrder(true, false);
    }
  }

  private static int waiting(TestDatabase db) {
    return db.column(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                + " AND query LIKE 'SELECT taken%' AND pid <> pg_backend_pid()")
        .size();
  }

  @Test
  void aBootAdoptsOnlyWhereTheOldTableProvesThePosition(TestDatabase db) throws IOException {
    alembic(db);
    app.adopt(db);
    try (TestDatabase other = newDatabase()) {
      assertThat(app.adoption(other).adoptAtBoot()).as("a new database").isFalse();
      alembic(other);
      other.execute("UPDATE alembic_version SET version_num = 'ffff'");
      assertThatThrownBy(() -> app.adoption(other).adoptAtBoot())
          .hasMessageContaining("the database is at alembic ffff");
      assertThatThrownBy(() -> app.migrations(other).upgrade("head"))
          .isInstanceOf(NotAdoptedException.class);
    }
  }

  @Test
  void aDatabaseIsAdoptedAlsoWhereARangeBehindTheBaseIsReplaced(TestDatabase db)
      throws IOException {
    alembic(db);
    app.adopt(db);
    app.project().sql("r2", "b1", false);
    app.project().sql("r3", "r2", false);
    app.migrations(db).upgrade("r3");
    app.project().authoring().squash("Squashed", "r2:r3", "s");

    assertThat(app.plan(db).step()).isEqualTo(Step.NOTHING);
  }

  @Test
  void aDatabaseIsAdoptedAlsoWhereTheBaseIsInsideOfARange(TestDatabase db) throws IOException {
    alembic(db);
    app.adopt(db);
    app.project().sql("r2", "b1", false);
    app.project().authoring().squash("Squashed", "b1:r2", "s");

    assertThat(app.plan(db).step()).isEqualTo(Step.NOTHING);
    app.migrations(db).upgrade("heads");
    assertThat(app.plan(db).step()).isEqualTo(Step.NOTHING);
  }
}
