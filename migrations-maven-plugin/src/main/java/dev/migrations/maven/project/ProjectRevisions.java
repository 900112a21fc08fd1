package dev.migrations.maven.project;

import dev.migrations.maven.bridge.ProjectSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the revisions of a project as its sources stand now, built or not. What is in the output
 * directory is not asked for SQL files, nor for classes whose source is gone: they may be older
 * than the source, or left over.
 */
final class ProjectRevisions {

  private final ProjectSources sources;
  private final Locations locations;

  ProjectRevisions(ProjectSources sources, Locations locations) {
    this.sources = sources;
    this.locations = locations;
  }

  /** A class loader that finds them, behind that of the project's libraries. */
  RevisionClassLoader load(ClassLoader libraries) throws IOException {
    Path classes = Files.createTempDirectory("migrations");
    RevisionClassLoader loader =
        new RevisionClassLoader(classes, roots(classes), sources.output(), locations, libraries);
    try {
      copyCompiled(classes);
      Set<Path> uncompiled = uncompiled();
      if (!uncompiled.isEmpty()) {
        RevisionCompiler.compile(List.copyOf(uncompiled), sources, classes);
      }
      return loader;
    } catch (IOException | RuntimeException ex) {
      loader.close();
      throw ex;
    }
  }

  private List<Path> roots(Path classes) {
    List<Path> roots = new ArrayList<>();
    roots.add(classes);
    roots.addAll(sources.resourceRoots());
    roots.add(sources.output());
    return roots;
  }

  private void copyCompiled(Path classes) throws IOException {
    for (String folder : locations.folders()) {
      for (Path file : files(sources.output().resolve(folder), ".class")) {
        if (isLeftOver(file)) {
          continue;
        }
        Path copy = classes.resolve(sources.output().relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /**
   * Whether the Java source of a class is gone, such as after a change of branches. The name of its
   * source stands in the class file, so that classes from other languages are told apart.
   */
  private boolean isLeftOver(Path file) throws IOException {
    Path relative = sources.output().relativize(file);
    String source = relative.getFileName().toString().replaceFirst("[$.].*", ".java");
    return sources.sourceRoots().stream()
            .map(root -> root.resolve(relative.toString()).resolveSibling(source))
            .noneMatch(Files::exists)
        && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(source);
  }

  /** Java sources in the locations whose class is not there, or older than they are. */
  private Set<Path> uncompiled() throws IOException {
    Set<Path> uncompiled = new LinkedHashSet<>();
    for (Path root : sources.sourceRoots()) {
      for (String folder : locations.folders()) {
        for (Path source : files(root.resolve(folder), ".java")) {
          if (!source.endsWith("package-info.java") && isNewer(source, compiled(root, source))) {
            uncompiled.add(source);
          }
        }
      }
    }
    return uncompiled;
  }

  private Path compiled(Path root, Path source) {
    String name = root.relativize(source).toString();
    return sources.output().resolve(name.substring(0, name.lastIndexOf('.')) + ".class");
  }

  private static boolean isNewer(Path source, Path compiled) throws IOException {
    return !Files.exists(compiled)
        || Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(compiled)) > 0;
  }

  private static List<Path> files(Path directory, String ending) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
