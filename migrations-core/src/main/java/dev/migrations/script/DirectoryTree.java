package dev.migrations.script;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files below a directory, links followed. With {@link File}: most starts of an application
 * have nothing to do but to look at thousands of files, for which {@code java.nio.file} takes twice
 * as long in a JVM that has just started.
 */
final class DirectoryTree {

  private final Predicate<String> files;
  private final Predicate<String> names;
  private final Set<String> open = new HashSet<>();
  private final List<String> paths = new ArrayList<>();

  private DirectoryTree(Predicate<String> files, Predicate<String> names) {
    this.files = files;
    this.names = names;
  }

  /**
   * Paths from the directory on, with slashes, in any order.
   *
   * @param files whether a file of this name is wanted
   * @param names whether to look at a file or directory of this name at all
   */
  static List<String> paths(File root, Predicate<String> files, Predicate<String> names)
      throws IOException {
    DirectoryTree tree = new DirectoryTree(files, names);
    tree.list(root, "");
    return tree.paths;
  }

  private void list(File directory, String path) throws IOException {
    String place = directory.getCanonicalPath();
    if (!open.add(place)) {
      throw new FileSystemLoopException(directory.getPath());
    }
    String[] found = directory.list();
    if (found == null) {
      throw new IOException(directory + " cannot be read");
    }
    for (String name : found) {
      if (names.test(name)) {
        look(new File(directory, name), name, path + name);
      }
    }
    open.remove(place);
  }

  private void look(File file, String name, String path) throws IOException {
    if (files.test(name) && file.isFile()) {
      paths.add(path);
    } else if (file.isDirectory()) {
      list(file, path + "/");
    }
  }
}
