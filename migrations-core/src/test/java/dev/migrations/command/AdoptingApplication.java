package dev.migrations.command;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.util.List;

/** An application that starts on databases that are there already. */
record AdoptingApplication(AuthoredProject project) {

  static final AdoptionRequest WHATEVER = new AdoptionRequest(null, null, null, "b1", null);

  AdoptingApplication(Path directory) {
    this(new AuthoredProject(directory));
  }

  AdoptionPlan adopt(TestDatabase db) {
    Adoption adoption = adoption(db);
    AdoptionPlan plan = adoption.plan(WHATEVER, project::authoring);
    adoption.adopt(plan);
    return plan;
  }

  AdoptionPlan plan(TestDatabase db) {
    return adoption(db).plan(WHATEVER, project::authoring);
  }

  Adoption adoption(TestDatabase db) {
    return new Adoption(migrations(db));
  }

  /** The application as it is built from the source tree now. */
  Migrations migrations(TestDatabase db) {
    return new Migrations(
        db.dataSource(), project.load(), MigrationsSettings.defaults(), List.of());
  }

  static TestDatabase newDatabase() {
    return PostgresServer.shared().createDatabase();
  }

  static void flyway(TestDatabase db) {
    db.execute(
        "CREATE TABLE flyway_schema_history (installed_rank int, version text, success boolean)");
  }

  static void alembic(TestDatabase db) {
    db.execute(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT"
            + " alembic_version_pkc PRIMARY KEY (version_num));"
            + " INSERT INTO alembic_version (version_num) VALUES ('1975ea83b712')");
  }
}
