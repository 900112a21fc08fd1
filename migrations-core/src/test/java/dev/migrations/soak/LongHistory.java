package dev.migrations.soak;

import dev.migrations.script.RevisionScripts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Generated revisions, as many as wanted: files and classes that are found on a class path of their
 * own, as those of an application are.
 */
final class LongHistory implements AutoCloseable {

  /** As long as the name of the package of the templates. */
  private static final String PACKAGE = "dev/migrations/soak/revision";

  private static final String TEMPLATES = "dev/migrations/soak/template";

  private final Path root;
  private final URLClassLoader classLoader;

  /** Writes them below a directory. */
  LongHistory(Path root, int cycles) throws IOException {
    this.root = root;
    this.classLoader =
        new URLClassLoader(new URL[] {root.toUri().toURL()}, getClass().getClassLoader());
    Files.createDirectories(root.resolve(PACKAGE));
    for (int cycle = 0; cycle < cycles; cycle++) {
      for (int place = 0; place < Cycle.PARTS.size(); place++) {
        write(cycle, place, Cycle.PARTS.get(place));
      }
    }
  }

  private void write(int cycle, int place, Part part) throws IOException {
    int first = cycle * Cycle.PARTS.size();
    int revision = first + place;
    int down = first + part.after().get(0);
    Placeholders placeholders = new Placeholders(cycle, revision, down, first);
    if (part instanceof Part.Code code) {
      writeClass(code.template() + "NNNNN.class", placeholders);
    } else if (part instanceof Part.Sql sql) {
      List<Integer> parents =
          sql.after().stream().map(after -> first + after).filter(id -> id >= 0).toList();
      String content = placeholders.fill(content(revision, parents, sql));
      Files.writeString(root.resolve(PACKAGE).resolve(id(revision) + ".sql"), content);
    }
  }

  private void writeClass(String template, Placeholders placeholders) throws IOException {
    String resource = TEMPLATES + "/" + template;
    try (InputStream in = getClass().getClassLoader().getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
      // One character a byte, whatever it is.
      Charset bytewise = StandardCharsets.ISO_8859_1;
      String copy = placeholders.fill(new String(bytes, bytewise).replace(TEMPLATES, PACKAGE));
      Files.write(
          root.resolve(PACKAGE).resolve(placeholders.fill(template)), copy.getBytes(bytewise));
    }
  }

  private static String content(int revision, List<Integer> parents, Part.Sql sql) {
    String down =
        parents.isEmpty()
            ? ""
            : parents.stream()
                .map(LongHistory::id)
                .collect(Collectors.joining(", ", "-- down-revision: ", "\n"));
    return """
        -- revision: %s
        %s%s-- message: Generated, %s of the history

        -- upgrade
        %s

        -- downgrade
        %s
        """
        .formatted(id(revision), down, sql.header(), revision, sql.upgrade(), sql.downgrade());
  }

  private static String id(int revision) {
    return "soak" + Placeholders.digits(8, revision);
  }

  RevisionScripts load() {
    return RevisionScripts.load(List.of("classpath:" + PACKAGE), List.of(), classLoader);
  }

  @Override
  public void close() throws IOException {
    classLoader.close();
  }
}
