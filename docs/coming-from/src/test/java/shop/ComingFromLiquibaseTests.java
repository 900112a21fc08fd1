package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.Project.Ended;

/** What docs/coming-from-liquibase.md does. */
@PostgresTest
class ComingFromLiquibaseTests {

  private static final String BASE =
      "liquibase/revisions/adopt_the_schema_of_liquibase_2b9d4c7f1e60.sql";
  private static final String NEXT = "liquibase/revisions/add_customer_name_8d20f6a13b5e.sql";

  @TempDir private Path directory;

  @Test
  void aDatabaseOfLiquibaseIsAdoptedAndUpgraded(TestDatabase db) throws Exception {
    update(db);
    List<@Nullable String> changeLog = changeLog(db);
    Project project = new Project(directory);
    project.copy("liquibase/schema.sql", "schema.sql");

    Ended adopted =
        project.run(db, "adopt", "--schema", "schema.sql", "--rev-id", "2b9d4c7f1e60", "--yes");
    assertThat(adopted.status()).as(adopted.err()).isZero();
    assertThat(adopted.out())
        .contains(
            "3 change sets have run",
            "the last one is liquibase/changelog/db.changelog-master.yaml::open-orders::bob");
    assertThat(project.revisions().resolve(Path.of(BASE).getFileName()))
        .content()
        .isEqualTo(Project.text(BASE));

    project.add(NEXT);
    Ended upgraded = project.run(db, "upgrade");
    assertThat(upgraded.out())
        .startsWith("Running upgrade 2b9d4c7f1e60 -> 8d20f6a13b5e, Add customer name\n");
    assertThat(changeLog(db)).isEqualTo(changeLog);
    project.boot(db);

    try (TestDatabase fresh = PostgresServer.shared().createDatabase()) {
      project.boot(fresh);
      assertThat(Catalog.of(fresh)).isEqualTo(Catalog.of(db)).isNotEmpty();
      assertThat(fresh.value("SELECT to_regclass('databasechangelog')")).isNull();
      assertThat(fresh.value("SELECT to_regclass('databasechangeloglock')")).isNull();
    }
  }

  @Test
  void anotherDatabaseIsAdoptedByTheSameJar(TestDatabase production) throws Exception {
    Project project = new Project(directory);
    project.add(BASE);
    project.add(NEXT);
    update(production);
    production.execute("UPDATE databasechangeloglock SET locked = true, lockedby = 'web-1'");
    Ended locked = project.run(production, "adopt", "--yes");
    assertThat(locked.status()).isEqualTo(3);
    assertThat(locked.err()).contains("Liquibase has its lock on this database, by web-1");

    production.execute("UPDATE databasechangeloglock SET locked = false, lockedby = NULL");
    Ended adopted = project.run(production, "adopt", "--yes");
    assertThat(adopted.out()).contains("Running stamp_revision <base> -> 2b9d4c7f1e60");
    project.boot(production);
    assertThat(production.column("SELECT revision FROM migrations_revision"))
        .containsExactly("8d20f6a13b5e");
  }

  private static void update(TestDatabase db) throws Exception {
    try (Connection connection = db.connect()) {
      Scope.child(
          Scope.Attr.ui,
          new LoggerUIService(),
          () ->
              new CommandScope(UpdateCommandStep.COMMAND_NAME)
                  .addArgumentValue(
                      DbUrlConnectionArgumentsCommandStep.DATABASE_ARG,
                      DatabaseFactory.getInstance()
                          .findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                  .addArgumentValue(
                      UpdateCommandStep.CHANGELOG_FILE_ARG,
                      "liquibase/changelog/db.changelog-master.yaml")
                  .execute());
    }
  }

  private static List<@Nullable String> changeLog(TestDatabase db) {
    return db.column(
        "SELECT c::text FROM databasechangelog c UNION ALL"
            + " SELECT l::text FROM databasechangeloglock l ORDER BY 1");
  }
}
