package dev.migrations.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;

/**
 * The libraries that a goal runs with: our own as the plugin has them, with its logger; the
 * project's as the project has them; and of the plugin's others those that the project has not. So
 * Spring Boot and the driver are those of the application.
 */
final class LibraryPath {

  private static final String OURS = "dev.migrations";

  /** Writes warnings as Maven does, wherever the project's own logger would write. */
  private static final String LOGGER = "slf4j-simple";

  private LibraryPath() {}

  static List<Path> of(Collection<Artifact> plugin, Collection<Artifact> project) {
    Set<String> has = project.stream().map(LibraryPath::key).collect(Collectors.toSet());
    Set<String> leads =
        plugin.stream()
            .filter(LibraryPath::leads)
            .map(LibraryPath::key)
            .collect(Collectors.toSet());
    List<Artifact> path = new ArrayList<>();
    plugin.stream().filter(LibraryPath::leads).forEach(path::add);
    project.stream().filter(each -> !leads.contains(key(each))).forEach(path::add);
    plugin.stream()
        .filter(each -> !leads.contains(key(each)) && !has.contains(key(each)))
        .forEach(path::add);
    return path.stream().flatMap(LibraryPath::file).distinct().toList();
  }

  private static boolean leads(Artifact artifact) {
    return artifact.getGroupId().equals(OURS) || artifact.getArtifactId().equals(LOGGER);
  }

  private static String key(Artifact artifact) {
    return artifact.getGroupId()
        + ":"
        + artifact.getArtifactId()
        + ":"
        + Objects.requireNonNullElse(artifact.getClassifier(), "");
  }

  private static Stream<Path> file(Artifact artifact) {
    File file = artifact.getFile();
    return file != null && (file.isDirectory() || file.getName().endsWith(".jar"))
        ? Stream.of(file.toPath())
        : Stream.empty();
  }
}
