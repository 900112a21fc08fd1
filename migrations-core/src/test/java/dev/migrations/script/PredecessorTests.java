package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredecessorTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flyway 12",
        "flyway 2026.11.23 in legacy.schema_version",
        "alembic 1975ea83b712, ae1027a6acf1",
        "liquibase 12 change sets 3f2a9c81d0ab",
        "unversioned"
      })
  void isWrittenAsItIsRead(String text) {
    assertThat(Predecessor.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({"1.0,1", "001.002,1.2", "1.10,1.10", "0,0", "2.0.0,2", "10,10"})
  void aVersionOfFlywayHasNoZerosThatMeanNothing(String written, String meant) {
    assertThat(Predecessor.parse("flyway " + written).position()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "flyway", "sqitch 1", "unversioned 1", "12"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Predecessor.parse(text));
  }

  @Test
  void theTableMakesNoDifferenceToThePosition() {
    Predecessor here = Predecessor.parse("flyway 12");
    assertThat(here.isAtSamePositionAs(Predecessor.parse("flyway 12.0 in schema_version")))
        .isTrue();
    assertThat(here.isAtSamePositionAs(Predecessor.parse("flyway 1.2"))).isFalse();
    assertThat(here.isAtSamePositionAs(Predecessor.parse("alembic 12"))).isFalse();
  }

  @Test
  void theHeaderOfABaseTells(@TempDir Path directory) {
    RevisionScripts scripts =
        new RevisionFolder(directory)
            .file("1.sql", "-- revision: a", "-- message: m", "-- adopts: Flyway 12", "-- upgrade")
            .revision("2.sql", "b", "a", "-- upgrade")
            .load();
    assertThat(scripts.adoptingBase().orElseThrow().node().id()).isEqualTo("a");
    assertThat(scripts.script("a").adopts()).hasToString("flyway 12");
    assertThat(scripts.script("b").adopts()).isNull();
  }

  @Test
  void onlyOneBaseMayTellAndItMustBeReadable(@TempDir Path directory) {
    RevisionFolder folder =
        new RevisionFolder(directory)
            .file("1.sql", "-- revision: a", "-- message: m", "-- adopts: flyway 1", "-- upgrade")
            .file("2.sql", "-- revision: b", "-- message: m", "-- adopts: flyway 2", "-- upgrade")
            .file("3.sql", "-- revision: c", "-- message: m", "-- adopts: 12", "-- upgrade")
            .file(
                "4.sql",
                "-- revision: d",
                "-- down-revision: a",
                "-- message: m",
                "-- adopts: flyway",
                "-- upgrade");
    assertThat(catchThrowableOfType(InvalidRevisionsException.class, folder::load).faults())
        .extracting(fault -> Path.of(fault.origin()).getFileName() + ": " + fault.problem())
        .containsExactlyInAnyOrder(
            "2.sql: it has 'adopts', as " + directory.resolve("1.sql") + " has already",
            "3.sql: 'adopts' cannot be read: '12' is none of alembic, flyway, liquibase,"
                + " unversioned",
            "4.sql: 'adopts' stands in a revision that has a parent",
            "4.sql: 'adopts' cannot be read: the position of Flyway is missing");
  }
}
