package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.InvalidRevisionsException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backslash in a plain string is itself, in whatever database a file runs. */
@PostgresTest
class BackslashTests {

  @TempDir Path directory;
  private SqlRevisions revisions;

  @BeforeEach
  void createRevisions() {
    revisions = new SqlRevisions(directory);
  }

  @Test
  void isItselfWhereTheDatabaseTakesItForAnEscape(TestDatabase db) {
    db.execute("ALTER DATABASE %s SET standard_conforming_strings = off".formatted(db.name()));
    Migrations migrations =
        revisions
            .add(
                "paths",
                "",
                "CREATE TABLE path AS SELECT 'C:\\new;'::text AS name, E'\\'' AS quote;"
                    + "INSERT INTO path VALUES ('back\\', 'slash');",
                "DROP TABLE path;")
            .on(db);

    migrations.upgrade("head");

    assertThat(db.column("SELECT path::text FROM path"))
        .containsExactly("(\"C:\\\\new;\",')", "(\"back\\\\\",slash)");
    assertThat(db.value("SHOW standard_conforming_strings")).isEqualTo("off");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET standard_conforming_strings = off",
        "SET LOCAL standard_conforming_strings TO 'off'",
        "set session \"standard_conforming_strings\" to false",
      })
  void noRevisionChangesThat(String setting, TestDatabase db) {
    Migrations migrations = revisions.add("strings", "", setting + ";", "").on(db);

    assertThatThrownBy(() -> migrations.upgrade("head"))
        .isInstanceOf(InvalidRevisionsException.class)
        .hasMessageContaining("strings.sql, line 5: ")
        .hasMessageContaining("standard_conforming_strings");
  }

  @Test
  void whatADumpSaysOfItIsTaken(TestDatabase db) {
    revisions.add("dump", "", "SET standard_conforming_strings = on;", "").on(db).upgrade("head");

    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("dump");
  }
}
