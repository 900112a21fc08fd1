package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.Project.Ended;

/** What docs/coming-from-alembic.md does. */
@PostgresTest
class ComingFromAlembicTests {

  private static final String BASE =
      "alembic/revisions/adopt_the_schema_of_alembic_1975ea83b712.sql";
  private static final String NEXT = "alembic/revisions/add_order_total_e7c1f0a9b3d2.sql";

  @TempDir private Path directory;

  @Test
  void aDatabaseOfAlembicIsAdoptedUpgradedAndFilledLater(TestDatabase db) throws Exception {
    db.execute(Project.text("alembic/database.sql"));
    Project project = new Project(directory);

    Ended adopted = project.run(db, "adopt", "--rev-id", "1975ea83b712", "--yes");
    assertThat(adopted.status()).as(adopted.err()).isZero();
    assertThat(adopted.out())
        .contains("Alembic at 1975ea83b712", "The base is empty", "pg_dump --schema-only")
        .contains("--dbname=" + db.name())
        .doesNotContain(db.password() + "@", "password");
    Path base = project.revisions().resolve(Path.of(BASE).getFileName());
    assertThat(base).content().contains("-- adopts: alembic 1975ea83b712", "pg_dump");

    project.add(NEXT);
    assertThat(project.run(db, "upgrade").status()).isZero();
    assertThat(db.column("SELECT version_num FROM alembic_version"))
        .containsExactly("1975ea83b712");

    project.copy("alembic/schema.sql", "schema.sql");
    Ended filled = project.run(db, "adopt", "--schema", "schema.sql", "--dry-run");
    assertThat(filled.out()).isEqualTo(Project.text(BASE));
    Files.writeString(base, filled.out());
    assertThat(project.run(db, "check").out()).isEqualTo("The database is at head\n");
    project.boot(db);

    try (TestDatabase fresh = PostgresServer.shared().createDatabase()) {
      project.boot(fresh);
      assertThat(Catalog.of(fresh)).isEqualTo(Catalog.of(db)).isNotEmpty();
      assertThat(fresh.value("SELECT to_regclass('alembic_version')")).isNull();
    }
  }
}
