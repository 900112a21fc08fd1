package dev.migrations.script;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place where revisions are looked for. */
interface Location {

  String CLASSPATH = "classpath:";

  /** The place as it was configured. */
  String name();

  /** The files in it, subfolders included, in any order; null when there is no such place. */
  @Nullable List<FoundFile> files() throws IOException;

  /**
   * The location that a setting names.
   *
   * @throws IllegalArgumentException when it names none
   */
  static Location of(String name, ClassLoader classLoader) {
    String place = name.strip();
    if (place.startsWith("classpath*:")) {
      return new ClasspathLocation(name, place.substring("classpath*:".length()), classLoader);
    }
    if (place.startsWith(CLASSPATH)) {
      return new ClasspathLocation(name, place.substring(CLASSPATH.length()), classLoader);
    }
    int colon = place.indexOf(':');
    // One letter before the colon is a drive.
    if (place.isEmpty() || (colon > 1 && !place.startsWith("file:"))) {
      throw new IllegalArgumentException(
          "the location is neither on the class path nor a directory");
    }
    return new DirectoryLocation(name, place);
  }
}
