package dev.migrations.maven.project;

import java.util.List;

/** Where the application looks for revisions. */
record Locations(List<String> all) {

  /** The folders that the locations on the class path name. */
  List<String> folders() {
    return all.stream()
        .map(String::strip)
        .filter(location -> location.startsWith("classpath"))
        .map(location -> location.substring(location.indexOf(':') + 1).replaceAll("^/+|/+$", ""))
        .distinct()
        .toList();
  }
}
