package dev.migrations.script;

import org.springframework.core.io.Resource;

/**
 * A file in a location.
 *
 * @param resource where it is read from
 * @param origin what it is called in messages
 * @param identity what tells it from all other files
 */
record FoundFile(Resource resource, String origin, String identity) {

  boolean isSql() {
    return hasEnding(".sql");
  }

  boolean isClass() {
    return hasEnding(".class");
  }

  private boolean hasEnding(String ending) {
    String name = resource.getFilename();
    return name != null
        && name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length());
  }
}
