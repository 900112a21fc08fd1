package dev.migrations.benchmarks.peers;

import dev.migrations.benchmarks.peers.child.Child;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * This module, and of the libraries that Maven has found for this process those that a program
 * needs.
 *
 * @param entries jars, and the directory of this module's classes
 */
record ClassPath(List<String> entries) {

  private static final List<String> ALL =
      List.of(System.getProperty("java.class.path").split(File.pathSeparator));

  /** With the libraries of these artifact ids. */
  static ClassPath of(String... artifacts) {
    return new ClassPath(List.of(ownClasses())).and(artifacts);
  }

  ClassPath and(String... artifacts) {
    List<String> more = new ArrayList<>(entries);
    Arrays.stream(artifacts).map(ClassPath::jar).forEach(more::add);
    return new ClassPath(more);
  }

  /** As text, with a project in front. */
  String behind(Path project) {
    return project + File.pathSeparator + String.join(File.pathSeparator, entries);
  }

  /** The version of a library. */
  static String version(String artifact) {
    String file = Path.of(jar(artifact)).getFileName().toString();
    return file.substring(artifact.length() + 1, file.length() - ".jar".length());
  }

  private static String jar(String artifact) {
    Pattern name = Pattern.compile(Pattern.quote(artifact) + "-\\d.*\\.jar");
    return ALL.stream()
        .filter(entry -> name.matcher(Path.of(entry).getFileName().toString()).matches())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException("The jar of " + artifact + " is not on the class path"));
  }

  private static String ownClasses() {
    try {
      return Path.of(Child.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException ex) {
      throw new IllegalStateException(ex);
    }
  }
}
