package dev.migrations.script;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.ResourceUtils;

/**
 * A directory of SQL files. What begins with a dot is left out: a mounted Kubernetes volume has
 * each file a second time in such a folder.
 */
record DirectoryLocation(String name, String place) implements Location {

  @Override
  public @Nullable List<FoundFile> files() throws IOException {
    Path root = place.startsWith("file:") ? ResourceUtils.getFile(place).toPath() : Path.of(place);
    if (!Files.isDirectory(root)) {
      return null;
    }
    try (Stream<Path> paths =
        Files.find(
            root,
            Integer.MAX_VALUE,
            (path, attributes) -> attributes.isRegularFile() && !isHidden(root.relativize(path)),
            FileVisitOption.FOLLOW_LINKS)) {
      return paths.map(DirectoryLocation::file).filter(FoundFile::isSql).toList();
    }
  }

  private static FoundFile file(Path path) {
    return new FoundFile(
        new FileSystemResource(path),
        path.toString(),
        path.toAbsolutePath().normalize().toString());
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
