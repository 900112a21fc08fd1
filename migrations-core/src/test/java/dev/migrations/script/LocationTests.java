package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocationTests {

  private static final String REVISION =
      """
      -- revision: %s
      -- message: Found
      -- upgrade
      """;

  @TempDir Path directory;

  @Test
  void aLinkInAFolderIsFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    revision(elsewhere.resolve("a.sql"), "a");
    Path folder = Files.createDirectory(directory.resolve("folder"));
    Files.createSymbolicLink(folder.resolve("linked"), elsewhere);

    assertThat(ids(folder)).containsExactly("a");
  }

  @Test
  void aLinkThatLeadsBackIsAFaultOfTheLocation() throws IOException {
    revision(directory.resolve("a.sql"), "a");
    Files.createSymbolicLink(directory.resolve("back"), directory);

    assertThatThrownBy(() -> ids(directory))
        .isInstanceOf(InvalidRevisionsException.class)
        .hasMessageContaining("cannot be listed")
        .hasMessageContaining("back");
  }

  @Test
  void aFolderMayBeNamedLikeAFile() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("old.sql"));
    revision(folder.resolve("a.sql"), "a");

    assertThat(ids(directory)).containsExactly("a");
  }

  @Test
  void onlyFilesWhoseNamesEndInSqlAreRevisions() throws IOException {
    revision(directory.resolve("a.SQL"), "a");
    revision(directory.resolve("b.sql.bak"), "b");
    revision(directory.resolve(".c.sql"), "c");

    assertThat(ids(directory)).containsExactly("a");
  }

  /** As application servers have them, which only Spring knows how to list. */
  @Test
  void aClassPathMayHaveUrlsOfOtherProtocols() throws IOException {
    Path jar = directory.resolve("app.zip");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("elsewhere/revisions/"));
      entries.putNextEntry(new ZipEntry("elsewhere/revisions/a.sql"));
      entries.write(REVISION.formatted("a").getBytes());
      entries.putNextEntry(new ZipEntry("elsewhere/revisions/sub/b.sql"));
      entries.write(REVISION.formatted("b").getBytes());
    }
    URL root = zip("zip:" + jar.toUri() + "!/elsewhere/revisions/");
    ClassLoader loader =
        new ClassLoader(LocationTests.class.getClassLoader()) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals("elsewhere/revisions/")
                ? Collections.enumeration(List.of(root))
                : super.getResources(name);
          }
        };

    assertThat(
            RevisionScripts.load(List.of("classpath:elsewhere/revisions"), List.of(), loader)
                .scripts())
        .extracting(script -> script.node().origin())
        .containsExactly("elsewhere/revisions/a.sql", "elsewhere/revisions/sub/b.sql");
  }

  private static URL zip(String url) throws IOException {
    return new URL(
        null,
        url,
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL from) throws IOException {
            return new URL(from.toString().replaceFirst("zip", "jar")).openConnection();
          }
        });
  }

  private static void revision(Path file, String id) throws IOException {
    Files.writeString(file, REVISION.formatted(id));
  }

  private static List<String> ids(Path location) {
    return RevisionScripts.load(
            List.of(location.toString()), List.of(), LocationTests.class.getClassLoader())
        .scripts()
        .stream()
        .map(script -> script.node().id())
        .toList();
  }
}
