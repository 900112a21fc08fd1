package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import dev.migrations.graph.RevisionGraphException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be an id, a label or a message is refused by the name of its file or class. */
class HostileHeadersTests {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "00, 'there is a NUL character, which PostgreSQL has no place for'",
    "1B, 'the message contains the control character \\u001b'",
    "0B, the message contains a line break",
    "C285, the message contains a line break",
    "E280A8, the message contains a line break",
    "EDA080, the file is not valid UTF-8"
  })
  void aMessageInAFile(String bytes, String problem) {
    byte[] content =
        HexFormat.of()
            .parseHex(hex("-- revision: a\n-- message: x") + bytes + hex("y\n-- upgrade\n"));
    RevisionFolder folder = new RevisionFolder(directory).bytes("1.sql", content);

    assertThat(catchThrowableOfType(InvalidRevisionsException.class, folder::load).faults())
        .extracting(ScriptFault::message)
        .contains(directory.resolve("1.sql") + ", line 2: " + problem);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  @Revision(id = "a\ud800", message = "x\ny")
  private static final class Hostile implements Migration {
    @Override
    public void upgrade(Operations op) {}

    @Override
    public void downgrade(Operations op) {}
  }

  @Revision(id = "a\u001b", branchLabels = "\udc00", message = "x")
  private static final class HostileNames implements Migration {
    @Override
    public void upgrade(Operations op) {}

    @Override
    public void downgrade(Operations op) {}
  }

  @Revision(id = "a", message = "x")
  private static final class HostileText implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.execute("SELECT '\ud800'");
    }

    @Override
    public void downgrade(Operations op) {
      op.bulkInsert("t").columns("a").row("x\udc00").key("a");
    }
  }

  private static RevisionScripts load(Migration migration) {
    return RevisionScripts.load(
        List.of(), List.of(migration), HostileHeadersTests.class.getClassLoader());
  }

  @Test
  void aMessageOfAClass() {
    assertThat(
            catchThrowableOfType(InvalidRevisionsException.class, () -> load(new Hostile()))
                .faults())
        .extracting(ScriptFault::message)
        .containsExactly(Hostile.class.getName() + ": the message contains a line break");
  }

  @Test
  void anIdAndALabelOfAClass() {
    assertThat(catchThrowableOfType(MigrationsException.class, () -> load(new HostileNames())))
        .isInstanceOf(RevisionGraphException.class)
        .hasMessageContaining("the control character \\u001b")
        .hasMessageContaining("half of a character (\\udc00)")
        .hasMessageContaining(HostileNames.class.getName());
  }

  @Test
  void halfOfACharacterInTheTextOfAClass() {
    RevisionScript script = load(new HostileText()).script("a");

    assertThat(
            catchThrowableOfType(
                MigrationsException.class, () -> script.operations(Direction.UPGRADE)))
        .hasMessageContaining(HostileText.class.getName())
        .hasMessageContaining("half of a character (\\ud800), which PostgreSQL has no place for");
    assertThat(
            catchThrowableOfType(
                MigrationsException.class, () -> script.operations(Direction.DOWNGRADE)))
        .hasMessageContaining("half of a character (\\udc00)");
  }

  @Test
  void theNameOfAFile() {
    RevisionFolder folder = new RevisionFolder(directory).file("a\nb\u001b.sql", "-- revision: a");

    assertThat(catchThrowableOfType(InvalidRevisionsException.class, folder::load).faults())
        .extracting(ScriptFault::origin)
        .containsOnly(directory + "/a\\nb\\u001b.sql");
  }
}
