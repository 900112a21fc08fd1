package dev.migrations.spring.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsSettings;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.script.RevisionScripts;
import dev.migrations.spring.boot.cli.TestShell.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/**
 * Revisions with names that mean something to SQL, to formats and to terminals, on the command
 * line.
 */
@PostgresTest
class HostileTargetsTests {

  private static final String ID = "a'b\"c\\d%s{e}?$f(g)✓";
  private static final String MESSAGE = "It's \"100%\" {done} \\o/ ✓ مرحبا";

  @TempDir Path directory;

  private TestShell shell(TestDatabase db) throws IOException {
    Files.writeString(
        directory.resolve("1.sql"),
        "-- revision: %s%n-- message: %s%n-- upgrade%nCREATE TABLE t ();%n-- downgrade%nDROP TABLE t;%n"
            .formatted(ID, MESSAGE));
    return new TestShell(
        new Migrations(
            db.dataSource(),
            RevisionScripts.load(
                List.of(directory.toString()), List.of(), getClass().getClassLoader()),
            MigrationsSettings.defaults(),
            List.of()));
  }

  @Test
  void areWhatIsTypedAndWhatIsShown(TestDatabase db) throws IOException {
    TestShell shell = shell(db);

    assertThat(shell.runWords("upgrade", ID).status()).isZero();
    assertThat(shell.runWords("current").out())
        .isEqualTo(ID + " (head) (current), " + MESSAGE + "\n");
    assertThat(shell.runWords("show", ID.substring(0, 6)).out()).contains(ID, MESSAGE);
    Map<String, Object> json =
        JsonParserFactory.getJsonParser()
            .parseMap(shell.runWords("history", "--format=json").out());
    assertThat(json.toString()).contains("id=" + ID, "message=" + MESSAGE);
    assertThat(shell.runWords("downgrade", "base", "--yes").status()).isZero();
    assertThat(db.value("SELECT to_regclass('t')")).isNull();
  }

  @Test
  void thatAreNotThereAreNamedInOneLine(TestDatabase db) throws IOException {
    TestShell shell = shell(db);

    Answer answer = shell.runWords("upgrade", "x\n2026\u001b[2JDone;DROP");

    assertThat(answer.status()).isNotZero();
    assertThat(answer.err())
        .contains("'x\\n2026\\u001b[2JDone;DROP' is not a target: it contains a line break");
  }
}
