package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.engine.NotAdoptedException;
import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.Project.Ended;

/** What docs/coming-from-flyway.md does. */
@PostgresTest
class ComingFromFlywayTests {

  private static final String BASE = "flyway/revisions/adopt_the_schema_of_flyway_5f0c9a1b7e24.sql";
  private static final String NEXT = "flyway/revisions/add_order_note_c41d7be0a953.sql";

  @TempDir private Path directory;

  @Test
  void aDatabaseOfFlywayIsAdoptedAndUpgraded(TestDatabase db) throws Exception {
    flyway(db).migrate();
    List<@Nullable String> history = history(db);
    Project project = new Project(directory);
    project.copy("flyway/schema.sql", "schema.sql");

    Ended adopted =
        project.run(db, "adopt", "--schema", "schema.sql", "--rev-id", "5f0c9a1b7e24", "--yes");
    assertThat(adopted.status()).as(adopted.err()).isZero();
    assertThat(adopted.out())
        .contains("Flyway at 2", "version 2, Touch orders", "3 versioned and 1 repeatable");
    assertThat(project.revisions().resolve(Path.of(BASE).getFileName()))
        .content()
        .isEqualTo(Project.text(BASE));

    project.add(NEXT);
    Ended upgraded = project.run(db, "upgrade");
    assertThat(upgraded.out())
        .startsWith("Running upgrade 5f0c9a1b7e24 -> c41d7be0a953, Add order note\n");
    assertThat(history(db)).isEqualTo(history);
    project.boot(db);

    try (TestDatabase fresh = PostgresServer.shared().createDatabase()) {
      project.boot(fresh);
      assertThat(Catalog.of(fresh)).isEqualTo(Catalog.of(db)).isNotEmpty();
      assertThat(fresh.value("SELECT to_regclass('flyway_schema_history')")).isNull();
    }
  }

  @Test
  void furtherDatabasesAreAdoptedWhereTheyAreAtThatVersion(TestDatabase production)
      throws Exception {
    Project project = new Project(directory);
    project.add(BASE);
    project.add(NEXT);
    Flyway.configure()
        .configuration(flyway(production).getConfiguration())
        .target("1.1")
        .load()
        .migrate();

    assertThatThrownBy(() -> project.boot(production))
        .hasRootCauseInstanceOf(NotAdoptedException.class);
    Ended behind = project.run(production, "adopt", "--yes");
    assertThat(behind.status()).isEqualTo(3);
    assertThat(behind.err()).contains("stands for flyway 2, and the database is at flyway 1.1");

    flyway(production).migrate();
    project.boot(production, "--migrations.adopt-on-boot=true");
    assertThat(production.column("SELECT revision FROM migrations_revision"))
        .containsExactly("c41d7be0a953");
    assertThat(project.run(production, "adopt").out()).contains("it is adopted already");
  }

  @Test
  void theDumpIsOfThisDatabase(TestDatabase db) throws Exception {
    flyway(db).migrate();
    try (TestDatabase restored = PostgresServer.shared().createDatabase()) {
      restored.execute(Files.readString(plain()));
      assertThat(Catalog.of(restored)).isEqualTo(Catalog.of(db));
    }
  }

  /** The dump without what only psql understands. */
  private Path plain() throws Exception {
    String dump = Project.text("flyway/schema.sql").replaceAll("(?m)^\\\\.*$", "");
    return Files.writeString(directory.resolve("plain.sql"), dump);
  }

  private static Flyway flyway(TestDatabase db) {
    return Flyway.configure()
        .dataSource(db.dataSource())
        .locations("classpath:flyway/migration")
        .load();
  }

  private static List<@Nullable String> history(TestDatabase db) {
    return db.column("SELECT h::text FROM flyway_schema_history h ORDER BY installed_rank");
  }
}
