package dev.migrations.script;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ResourceUtils;

/**
 * A directory of SQL files. What begins with a dot is left out: a mounted Kubernetes volume has
 * each file a second time in such a folder.
 */
record DirectoryLocation(String name, String place) implements Location {

  @Override
  public @Nullable List<FoundFile> files() throws IOException {
    Path root = place.startsWith("file:") ? ResourceUtils.getFile(place).toPath() : Path.of(place);
    File directory = root.toFile();
    if (!directory.isDirectory()) {
      return null;
    }
    String identity = root.toAbsolutePath().normalize() + "/";
    List<FoundFile> files = new ArrayList<>();
    for (String path :
        DirectoryTree.paths(directory, FoundFile::isSql, name -> !name.startsWith("."))) {
      File file = new File(directory, path);
      files.add(new PlainFile(file, path, file.getPath(), identity + path));
    }
    return files;
  }
}
