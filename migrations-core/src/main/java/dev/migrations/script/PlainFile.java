package dev.migrations.script;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;

/**
 * A file of a directory.
 *
 * @param file where it is
 * @param path its path from the location on
 * @param origin what it is called in messages
 * @param identity its path from the root on
 */
record PlainFile(File file, String path, String origin, String identity) implements FoundFile {

  @Override
  public byte[] bytes() throws IOException {
    try (FileInputStream in = new FileInputStream(file)) {
      return in.readAllBytes();
    }
  }
}
