package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The locale of the machine, which decides how Java writes numbers and folds letters. */
@PostgresTest
class LocaleTests {

  private final Locale before = Locale.getDefault();

  @TempDir Path directory;

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "tr-TR", "th-TH-u-nu-thai"})
  void makesNoDifferenceToARevisionOfSeveralUnits(String tag, TestDatabase db) {
    Migrations migrations =
        new SqlRevisions(directory)
            .add(
                "r1",
                "",
                "CREATE TABLE t (id int); CREATE INDEX CONCURRENTLY ix ON t (id); INSERT INTO t VALUES (1);",
                "DROP INDEX CONCURRENTLY ix; DROP TABLE t;")
            .on(db);
    Locale.setDefault(Locale.forLanguageTag(tag));

    migrations.upgrade("head");

    assertThat(db.column("SELECT revision FROM migrations_revision")).containsExactly("r1");
    migrations.downgrade("base");
    assertThat(db.value("SELECT to_regclass('t')")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-CH", "fr-FR", "fa-IR", "hi-IN-u-nu-deva"})
  void makesNoDifferenceToWhichStatementIsNamed(String tag, TestDatabase db) {
    Migrations migrations =
        new SqlRevisions(directory)
            .add(
                "r1",
                "",
                "CREATE TABLE t (a int);\n"
                    + "INSERT INTO t VALUES (0);\n".repeat(1200)
                    + "INSERT INTO t VALUES (1 / 0);",
                "DROP TABLE t;")
            .on(db);
    Locale.setDefault(Locale.forLanguageTag(tag));

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));

    assertThat(failure.statement()).isEqualTo("INSERT INTO t VALUES (1 / 0)");
  }
}
