package dev.migrations.script;

import java.io.IOException;

/** A file in a location. */
interface FoundFile {

  /** Its path from the location on, with slashes. */
  String path();

  /** What it is called in messages. */
  String origin();

  /** What tells it from all other files. */
  String identity();

  /** All of it, read anew each time. */
  byte[] bytes() throws IOException;

  /** What tells its bytes from others; see {@link Inventory#contents}. */
  default long contents() throws IOException {
    return Inventory.contents(bytes());
  }

  /** Its name without folders. */
  default String name() {
    return path().substring(path().lastIndexOf('/') + 1);
  }

  default boolean isSql() {
    return isSql(path());
  }

  /** Whether a file of this name is an SQL file. */
  static boolean isSql(String name) {
    return hasEnding(name, ".sql");
  }

  /** Whether a file of this name is a class. */
  static boolean isClass(String name) {
    return hasEnding(name, ".class");
  }

  private static boolean hasEnding(String name, String ending) {
    return name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length());
  }
}
