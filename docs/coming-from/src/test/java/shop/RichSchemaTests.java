package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.sql.SqlSplitter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.Project.Ended;

/** What pg_dump writes about many kinds of objects makes the same schema again. */
@PostgresTest
class RichSchemaTests {

  @TempDir private Path directory;

  @Test
  void aNewDatabaseGetsTheSchemaOfTheDump(TestDatabase db) throws Exception {
    SqlSplitter.split(Project.text("rich/database.sql"))
        .forEach(statement -> db.execute(statement.text()));
    Project project = new Project(directory);
    project.copy("rich/schema.sql", "schema.sql");

    Ended adopted =
        project.run(
            db, "adopt", "--schema", "schema.sql", "--table", "app.alembic_version", "--yes");
    assertThat(adopted.status()).as(adopted.err()).isZero();
    assertThat(adopted.out().lines().filter(line -> line.startsWith("Left out"))).hasSize(3);

    try (TestDatabase fresh = PostgresServer.shared().createDatabase()) {
      project.boot(fresh);
      assertThat(Catalog.of(fresh)).isEqualTo(Catalog.of(db)).hasSizeGreaterThan(60);
      assertThat(fresh.value("SELECT to_regclass('app.alembic_version')")).isNull();
    }
  }
}
