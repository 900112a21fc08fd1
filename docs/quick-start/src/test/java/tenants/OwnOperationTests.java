package tenants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.RevisionScripts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The operation of one's own that the page on writing revisions shows. */
@PostgresTest
class OwnOperationTests {

  private static final String TENANTS =
      "SELECT table_schema || '.' || table_name FROM information_schema.tables"
          + " WHERE table_name = 'invoice' ORDER BY 1";

  @Test
  void itGoesUpAndDownInARevision(TestDatabase db) {
    Migrations migrations =
        new Migrations(
            db.dataSource(),
            RevisionScripts.load(
                List.of("classpath:tenants/revisions"), List.of(), getClass().getClassLoader()),
            MigrationsSettings.defaults(),
            List.of());

    migrations.upgrade("head");
    assertThat(db.column(TENANTS)).containsExactly("acme.invoice", "globex.invoice");

    migrations.downgrade("base");
    assertThat(db.column(TENANTS)).isEmpty();
  }
}
