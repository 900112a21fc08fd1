package dev.migrations.engine;

import dev.migrations.script.RevisionScripts;
import java.util.OptionalLong;

/**
 * Knows without a look at any revision that there is nothing to do: a database that was left at the
 * heads of certain files, where nothing happened since, is still there when the application has the
 * same files. Most boots are of that kind, and reading the headers of thousands of files and making
 * a graph of them costs a JVM that has just started several times as much as the query.
 */
final class SameFiles {

  private final RevisionScripts scripts;
  private final String target;

  SameFiles(RevisionScripts scripts, String target) {
    this.scripts = scripts;
    this.target = target;
  }

  /** What the application has, where that can answer the question. */
  OptionalLong inventory() {
    return target.equals("head") || target.equals("heads")
        ? scripts.inventory()
        : OptionalLong.empty();
  }

  /** Whether an upgrade to the target has nothing to do. */
  boolean suffice(DatabaseState state) {
    return state.settled()
        && state.journal().isEmpty()
        && (state.rows().size() == 1 || target.equals("heads"));
  }
}
