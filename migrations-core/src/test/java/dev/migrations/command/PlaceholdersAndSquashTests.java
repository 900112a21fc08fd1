package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceholdersAndSquashTests {

  @TempDir Path directory;

  @Test
  void aRangeWithPlaceholdersIsRefusedAndNothingIsWritten() throws IOException {
    AuthoredProject project = new AuthoredProject(directory);
    Path folder = Files.createDirectories(directory.resolve("src/main/resources/db/revisions"));
    Files.writeString(folder.resolve("a.sql"), revision("aaaa", "", "SELECT 1;"));
    Files.writeString(
        folder.resolve("b.sql"),
        revision("bbbb", "-- down-revision: aaaa\n-- placeholders: role\n", "SELECT '${role}';"));

    assertThatThrownBy(() -> project.authoring().squash("Both", "aaaa:bbbb", "ssss"))
        .isInstanceOf(AuthoringException.class)
        .hasMessageContainingAll("Revision bbbb (The bbbb)", "b.sql", "has placeholders", "role");
    assertThat(project.files())
        .containsExactly("resources/db/revisions/a.sql", "resources/db/revisions/b.sql");
  }

  private static String revision(String id, String header, String upgrade) {
    return "-- revision: %s\n-- message: The %s\n%s\n-- upgrade\n%s\n"
        .formatted(id, id, header, upgrade);
  }
}
