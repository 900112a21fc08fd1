package dev.migrations.script;

import java.io.IOException;

/**
 * A file in a jar.
 *
 * @param folder the location
 * @param path its path from the location on
 * @param origin what it is called in messages
 * @param crc its checksum, as the directory of the jar has it; negative where it has none
 * @param size how many bytes it has; negative where that is not known
 */
record JarredFile(JarFolder folder, String path, String origin, long crc, long size)
    implements FoundFile {

  @Override
  public String identity() {
    return folder.url() + path;
  }

  @Override
  public byte[] bytes() throws IOException {
    return folder.bytes(path);
  }

  @Override
  public long contents() throws IOException {
    return crc < 0 || size < 0 ? FoundFile.super.contents() : Inventory.contents(crc, size);
  }
}
