package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.InvalidRevisionsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pg_dump wrote, schema and rows, as a revision. */
@PostgresTest
class DumpInFileTests {

  @TempDir Path directory;
  private String dump;

  @BeforeEach
  void readDump() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("/splitter/dump.sql")) {
      dump = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theCommandsOfPsqlAreNamed(TestDatabase db) {
    Migrations migrations = new SqlRevisions(directory).add("dump", "", dump, "").on(db);

    assertThatThrownBy(() -> migrations.upgrade("head"))
        .isInstanceOf(InvalidRevisionsException.class)
        .hasMessageContaining("dump.sql, line 9: \\restrict is a command of psql")
        .hasMessageContaining("Remove the line");
  }

  @Test
  void withoutThemItRuns(TestDatabase db) {
    String upgrade = dump.replaceAll("(?m)^\\\\(un)?restrict .*$", "");
    Migrations migrations =
        new SqlRevisions(directory)
            .add(
                "dump",
                "",
                upgrade,
                "DROP VIEW public.happy; DROP TABLE public.person; DROP TYPE public.mood;"
                    + "DROP FUNCTION public.atomic, public.body;")
            .on(db);

    migrations.upgrade("head");

    assertThat(db.column("SELECT note FROM person ORDER BY id"))
        .containsExactly("tab\there, new\nline, back\\slash", null, "\\.", "");
    assertThat(db.column("SELECT name FROM person ORDER BY id"))
        .containsExactly("Ann", "O'Brien; $$", "-- downgrade", "/* ");
    assertThat(db.value("SELECT atomic(1) || body()")).isEqualTo("2;");
    assertThat(db.value("SELECT obj_description('person'::regclass)")).isEqualTo("a;b\\ it's");
    db.execute("INSERT INTO person VALUES (DEFAULT, ';'); INSERT INTO happy VALUES ('new')");
    assertThat(db.column("SELECT name FROM person WHERE id > 4")).containsExactly("new");
    migrations.downgrade("base");
    assertThat(db.value("SELECT to_regclass('person')")).isNull();
  }
}
