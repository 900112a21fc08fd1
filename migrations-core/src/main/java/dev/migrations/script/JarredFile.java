package dev.migrations.script;

import java.io.IOException;

/**
 * A file in a jar.
 *
 * @param folder the location
 * @param path its path from the location on
 * @param origin what it is called in messages
 */
record JarredFile(JarFolder folder, String path, String origin) implements FoundFile {

  @Override
  public String identity() {
    return folder.url() + path;
  }

  @Override
  public byte[] bytes() throws IOException {
    return folder.bytes(path);
  }
}
