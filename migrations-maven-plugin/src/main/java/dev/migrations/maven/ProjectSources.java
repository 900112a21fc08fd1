package dev.migrations.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a project has its revisions, before a build and after.
 *
 * @param resourceRoots the resource directories, in which SQL files are read as they stand now
 * @param sourceRoots the roots of Java sources
 * @param output where the build puts classes
 * @param classPath the compile class path
 * @param locations where the application looks for revisions
 */
record ProjectSources(
    List<Path> resourceRoots,
    List<Path> sourceRoots,
    Path output,
    List<Path> classPath,
    List<String> locations) {

  /** The folders that the locations on the class path name. */
  List<String> folders() {
    return locations.stream()
        .map(String::strip)
        .filter(location -> location.startsWith("classpath"))
        .map(location -> location.substring(location.indexOf(':') + 1).replaceAll("^/+|/+$", ""))
        .distinct()
        .toList();
  }
}
