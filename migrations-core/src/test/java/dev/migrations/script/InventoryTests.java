package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.script.single.NeedsArgument;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number by which an application recognizes its files. */
class InventoryTests {

  private static final ClassLoader LOADER = InventoryTests.class.getClassLoader();
  private static final String REVISION =
      "-- revision: %s\n-- message: Any\n-- upgrade\nSELECT '%s';\n";

  @TempDir Path directory;

  private Path classes;
  private Path folder;

  @BeforeEach
  void twoFiles() throws IOException {
    classes = directory.resolve("classes");
    folder = Files.createDirectories(classes.resolve("some/place"));
    write("a.sql", REVISION.formatted("a", "x"));
    Files.createDirectory(folder.resolve("sub"));
    write("sub/b.sql", REVISION.formatted("b", "y"));
  }

  @Test
  void isTheSameInAJarAndForTheFilesThatWereRead() throws IOException {
    OptionalLong inDirectory = onClassPath(classes).inventory();

    assertThat(inDirectory).isPresent();
    assertThat(onClassPath(jar()).inventory()).isEqualTo(inDirectory);
    RevisionScripts read = onClassPath(jar());
    assertThat(read.scripts()).hasSize(2);
    assertThat(read.inventory()).isEqualTo(inDirectory);
    assertThat(located(folder).inventory()).isEqualTo(inDirectory);
  }

  @Test
  void isAnotherWhenAByteChanges() throws IOException {
    OptionalLong before = located(folder).inventory();
    write("sub/b.sql", REVISION.formatted("b", "z"));

    assertThat(located(folder).inventory()).isPresent().isNotEqualTo(before);
  }

  @Test
  void isAnotherWhenAFileIsRenamed() throws IOException {
    OptionalLong before = located(folder).inventory();
    Files.move(folder.resolve("a.sql"), folder.resolve("c.sql"));

    assertThat(located(folder).inventory()).isPresent().isNotEqualTo(before);
  }

  @Test
  void isAnotherWhenTwoFilesChangePlaces() throws IOException {
    OptionalLong before = located(folder).inventory();
    write("a.sql", REVISION.formatted("b", "y"));
    write("sub/b.sql", REVISION.formatted("a", "x"));

    assertThat(located(folder).inventory()).isPresent().isNotEqualTo(before);
  }

  /** What revisions call may be in such a class. */
  @Test
  void countsClassesThatAreNoRevisions() throws IOException {
    OptionalLong before = onClassPath(classes).inventory();
    byte[] helper =
        LOADER.getResourceAsStream("dev/migrations/script/InventoryTests.class").readAllBytes();
    Files.write(folder.resolve("Helper.class"), helper);

    RevisionScripts after = onClassPath(classes);
    OptionalLong unread = after.inventory();
    assertThat(unread).isPresent().isNotEqualTo(before);
    assertThat(after.scripts()).hasSize(2);
    assertThat(after.inventory()).isEqualTo(unread);
  }

  @Test
  void isThatOfTheFilesAsTheyWereRead() throws IOException {
    RevisionScripts read = located(folder);
    assertThat(read.scripts()).hasSize(2);
    OptionalLong before = read.inventory();
    write("a.sql", REVISION.formatted("a", "another"));

    assertThat(read.inventory()).isEqualTo(before);
  }

  @Test
  void isUnknownWhereFilesAreNotAll() {
    RevisionScripts withBean =
        RevisionScripts.locate(
            List.of(folder.toString()), List.of(new NeedsArgument("t")), LOADER, Map.of());

    assertThat(withBean.inventory()).isEmpty();
    assertThat(located(folder.resolve("missing")).inventory()).isEmpty();
  }

  @Test
  void whatIsWrongIsThrownByWhoeverAsksFirst() throws IOException {
    write("a.sql", "SELECT 1;");
    RevisionScripts scripts = located(folder);

    assertThat(scripts.inventory()).isPresent();
    for (int attempt = 1; attempt <= 2; attempt++) {
      assertThatThrownBy(scripts::graph)
          .isInstanceOf(InvalidRevisionsException.class)
          .hasMessageContaining("a.sql");
    }
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
  }

  private static RevisionScripts located(Path folder) {
    return RevisionScripts.locate(List.of(folder.toString()), List.of(), LOADER, Map.of());
  }

  private static RevisionScripts onClassPath(Path root) throws IOException {
    ClassLoader loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, LOADER);
    return RevisionScripts.locate(List.of("classpath:some/place"), List.of(), loader, Map.of());
  }

  private Path jar() throws IOException {
    Path jar = directory.resolve("app.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("some/place/"));
      for (String path : List.of("a.sql", "sub/b.sql")) {
        entries.putNextEntry(new ZipEntry("some/place/" + path));
        Files.copy(folder.resolve(path), entries);
      }
    }
    return jar;
  }
}
