package dev.migrations.benchmarks.peers;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A project before it is built.
 *
 * @param resources the texts of its files, by their paths on the class path
 * @param classes the sources of its classes, by the paths of their files
 */
record Sources(Map<String, String> resources, Map<String, String> classes) {

  Sources() {
    this(new LinkedHashMap<>(), new LinkedHashMap<>());
  }
}
