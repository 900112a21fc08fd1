package dev.migrations.maven.project;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes and resources of a project, behind its libraries. The output directory has no
 * revisions here: those are looked for in the sources, and in a directory of classes that is
 * deleted when this is closed.
 */
final class RevisionClassLoader extends URLClassLoader {

  private final Path classes;
  private final List<String> folders;
  private final String output;

  RevisionClassLoader(
      Path classes, List<Path> roots, Path output, Locations locations, ClassLoader libraries)
      throws IOException {
    super(Urls.of(roots), libraries);
    this.classes = classes;
    this.folders = locations.folders();
    this.output = output.toUri().toString().replaceAll("/+$", "") + "/";
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> found = super.getResources(name);
    return folders.contains(name.replaceAll("/+$", ""))
        ? Collections.enumeration(
            Collections.list(found).stream().filter(url -> !isInOutput(url)).toList())
        : found;
  }

  private boolean isInOutput(URL url) {
    return url.toString().replaceFirst("^file:/+", "file:///").startsWith(output);
  }

  @Override
  public void close() throws IOException {
    super.close();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
