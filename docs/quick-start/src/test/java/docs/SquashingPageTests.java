package docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.command.Authoring;
import dev.migrations.command.SourceLayout;
import dev.migrations.command.WrittenRevision;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.engine.StepReport;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.RevisionScripts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The revisions of the quick start become one, as the page on squashing tells. */
@PostgresTest
class SquashingPageTests {

  private static final String REVISIONS = "classpath:db/revisions";

  @TempDir Path directory;

  @Test
  void theFileOnThePageIsWhatTheCommandWrites() throws Exception {
    Path expected =
        Path.of("src/test/resources/squashing/schema_of_2026_c0ffee2026aa.sql").toAbsolutePath();

    WrittenRevision written =
        new Authoring(load(REVISIONS), SourceLayout.of(directory))
            .squash("Schema of 2026", ":9e8d7c6b5a40", "c0ffee2026aa");

    assertThat(written.file()).hasFileName(expected.getFileName().toString());
    assertThat(written.file()).hasSameTextualContentAs(expected);
  }

  @Test
  void aNewDatabaseHasTheSameSchemaAndAnOldOneRunsNothing(TestDatabase db) {
    on(db, load(REVISIONS)).upgrade("head");
    String before = schema(db);
    RevisionScripts squashed = load(REVISIONS, "classpath:squashing");

    assertThat(on(db, squashed).upgrade("head").steps()).isEmpty();
    on(db, squashed).downgrade("base");
    assertThat(on(db, squashed).upgrade("head").steps())
        .extracting(StepReport::revision)
        .containsExactly("c0ffee2026aa");
    assertThat(schema(db)).isEqualTo(before).contains("ux_customers_email", "customers_pkey");
  }

  private static Migrations on(TestDatabase db, RevisionScripts scripts) {
    return new Migrations(db.dataSource(), scripts, MigrationsSettings.defaults(), List.of());
  }

  private static RevisionScripts load(String... locations) {
    return RevisionScripts.load(
        List.of(locations), List.of(), SquashingPageTests.class.getClassLoader());
  }

  private static String schema(TestDatabase db) {
    return String.valueOf(
        db.value(
            """
            SELECT string_agg(line, E'\n' ORDER BY line) FROM (
              SELECT pg_get_indexdef(indexrelid) AS line FROM pg_index
                WHERE indrelid = 'customers'::regclass
              UNION ALL
              SELECT concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull,
                  attidentity) FROM pg_attribute
                WHERE attrelid = 'customers'::regclass AND attnum > 0
              UNION ALL
              SELECT pg_get_constraintdef(oid) FROM pg_constraint
                WHERE conrelid = 'customers'::regclass) AS lines
            """));
  }
}
