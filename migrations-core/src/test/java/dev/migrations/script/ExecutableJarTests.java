package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.graph.Direction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.launch.LaunchedClassLoader;
import org.springframework.boot.loader.net.protocol.Handlers;
import org.springframework.boot.loader.net.protocol.jar.JarUrl;

/** An application's jar as Spring Boot builds it: classes in a folder of it, libraries as jars. */
class ExecutableJarTests {

  private static final String FOLDER = "dev/migrations/script/packed/";

  @TempDir Path directory;

  @Test
  void findsRevisionsOfTheApplicationAndOfItsLibraries() throws IOException {
    Handlers.register();
    Path jar = directory.resolve("app.jar");
    byte[] library = jar(Map.of(FOLDER, new byte[0], FOLDER + "b.sql", revision("b", "a")));
    Files.write(
        jar,
        jar(
            Map.of(
                "BOOT-INF/classes/",
                new byte[0],
                "BOOT-INF/classes/" + FOLDER,
                new byte[0],
                "BOOT-INF/classes/" + FOLDER + "a.sql",
                revision("a", ""),
                "BOOT-INF/lib/library.jar",
                library)));
    URL[] urls = {
      JarUrl.create(jar.toFile(), "BOOT-INF/classes/"),
      JarUrl.create(jar.toFile(), "BOOT-INF/lib/library.jar")
    };
    try (URLClassLoader loader =
        new LaunchedClassLoader(true, urls, ExecutableJarTests.class.getClassLoader())) {
      RevisionScripts scripts =
          RevisionScripts.load(List.of("classpath:" + FOLDER), List.of(), loader);

      assertThat(scripts.scripts())
          .extracting(script -> script.node().origin())
          .containsExactly(FOLDER + "a.sql", FOLDER + "b.sql in library.jar");
      assertThat(scripts.script("b").operations(Direction.UPGRADE)).hasSize(1);
    }
  }

  private static byte[] revision(String id, String down) {
    return """
        -- revision: %s
        -- down-revision: %s
        -- message: Packed
        -- upgrade
        SELECT 1;
        """
        .formatted(id, down)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] jar(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = bytes;
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> content : new TreeMap<>(entries).entrySet()) {
        JarEntry entry = new JarEntry(content.getKey());
        CRC32 crc = new CRC32();
        crc.update(content.getValue());
        // The loader reads a nested jar only where it is stored without compression.
        entry.setMethod(JarEntry.STORED);
        entry.setSize(content.getValue().length);
        entry.setCrc(crc.getValue());
        jar.putNextEntry(entry);
        jar.write(content.getValue());
        jar.closeEntry();
      }
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    }
    return bytes.toByteArray();
  }
}
