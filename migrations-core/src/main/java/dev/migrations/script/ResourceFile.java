package dev.migrations.script;

import java.io.IOException;
import org.springframework.core.io.Resource;

/**
 * A file that only Spring knows how to read.
 *
 * @param resource where it is read from
 * @param path its path from the location on
 * @param origin what it is called in messages
 * @param identity its URL
 */
record ResourceFile(Resource resource, String path, String origin, String identity)
    implements FoundFile {

  @Override
  public byte[] bytes() throws IOException {
    return resource.getContentAsByteArray();
  }
}
