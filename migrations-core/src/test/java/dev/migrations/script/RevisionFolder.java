package dev.migrations.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes SQL revisions into a folder, and loads them. */
record RevisionFolder(Path path) {

  RevisionFolder file(String name, String... lines) {
    return bytes(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  RevisionFolder bytes(String name, byte[] content) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException ex) {
      throw new UncheckedIOException(ex);
    }
  }

  RevisionFolder revision(String name, String id, String down, String... body) {
    return file(
        name,
        "-- revision: " + id,
        "-- down-revision: " + down,
        "-- message: The revision " + id,
        "",
        String.join("\n", body));
  }

  RevisionScripts load() {
    return loadWith(Map.of());
  }

  RevisionScripts loadWith(Map<String, String> placeholders) {
    return RevisionScripts.load(
        List.of(path.toString()), List.of(), RevisionFolder.class.getClassLoader(), placeholders);
  }
}
