package dev.migrations.engine;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.RevisionScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision that copies a file, run by the engine. */
@PostgresTest
class CopyTests {

  @TempDir static Path folder;

  private static Path file() {
    return folder.resolve("countries.csv");
  }

  @BeforeEach
  void writeFile() throws IOException {
    Files.writeString(file(), "DE,Germany\nFR,France\n");
  }

  @Revision(id = "countries", message = "Fill in the countries")
  private static final class Countries implements Migration {
    @Override
    public void change(Operations op) {
      op.createTable("country", column("code", TEXT).primaryKey(), column("name", TEXT));
      op.copyFrom(file().toUri().toString(), "country").key("code");
    }
  }

  @Test
  void theFileIsCopiedAndTakenBack(TestDatabase db) {
    Migrations migrations = migrations(db);

    migrations.upgrade("head");
    assertThat(db.column("SELECT name FROM country ORDER BY 1"))
        .containsExactly("France", "Germany");

    migrations.downgrade("base");
    assertThat(db.value("SELECT to_regclass('country')")).isNull();
  }

  @Test
  void anEditedFileIsAnEditedRevision(TestDatabase db) throws IOException {
    String before = migrations(db).scripts().script("countries").checksum();
    Files.writeString(file(), "DE,Germany\nIT,Italy\n");
    assertThat(migrations(db).scripts().script("countries").checksum()).isNotEqualTo(before);
  }

  @Test
  void noScriptHoldsTheFile(TestDatabase db) {
    assertThatThrownBy(() -> migrations(db).upgradeSql("head", 18))
        .isInstanceOf(NotScriptableException.class)
        .hasMessageContaining("countries.csv into country");
  }

  @Test
  void theErrorOfTheServerNamesTheLineOfTheFile(TestDatabase db) throws IOException {
    Files.writeString(file(), "DE,Germany\nDE,Germany\n");
    assertThatThrownBy(() -> migrations(db).upgrade("head"))
        .isInstanceOf(RevisionFailedException.class)
        .hasMessageContaining("COPY country, line 2");
    assertThat(db.value("SELECT to_regclass('country')")).isNull();
  }

  private static Migrations migrations(TestDatabase db) {
    return new Migrations(
        db.dataSource(),
        RevisionScripts.load(List.of(), List.of(new Countries()), CopyTests.class.getClassLoader()),
        SqlRevisions.settings(),
        List.of());
  }
}
