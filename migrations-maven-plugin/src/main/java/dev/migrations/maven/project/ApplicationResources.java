package dev.migrations.maven.project;

import dev.migrations.maven.bridge.ProjectSources;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The configuration files of a project. A file that the build has copied, and perhaps filled in
 * placeholders of, is taken from there, unless its source is newer.
 */
final class ApplicationResources extends URLClassLoader {

  private final ProjectSources sources;

  ApplicationResources(ProjectSources sources, ClassLoader libraries) throws IOException {
    super(Urls.of(roots(sources)), libraries);
    this.sources = sources;
  }

  private static List<Path> roots(ProjectSources sources) {
    List<Path> roots = new ArrayList<>(List.of(sources.output()));
    roots.addAll(sources.resourceRoots());
    return roots;
  }

  /** What the application itself has comes before what its libraries have. */
  @Override
  public @Nullable URL getResource(String name) {
    Path copy = sources.output().resolve(name);
    for (Path root : sources.resourceRoots()) {
      Path source = root.resolve(name);
      if (Files.isRegularFile(source) && isNewer(source, copy)) {
        return url(source);
      }
    }
    return Files.isRegularFile(copy) ? url(copy) : super.getResource(name);
  }

  private static boolean isNewer(Path source, Path copy) {
    return source.toFile().lastModified() > copy.toFile().lastModified();
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException ex) {
      throw new IllegalArgumentException(file.toString(), ex);
    }
  }
}
