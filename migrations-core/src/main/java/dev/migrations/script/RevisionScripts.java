package dev.migrations.script;

import dev.migrations.Migration;
import dev.migrations.graph.RevisionGraph;
import java.util.List;

/**
 * All revisions of an application: their scripts, and the graph that they form.
 *
 * @since 0.1.0
 */
public final class RevisionScripts {

  /**
   * Finds and reads the headers of all revisions.
   *
   * @param locations {@code classpath:db/revisions}, {@code file:/etc/app/revisions} or a plain
   *     directory, several of them allowed
   * @param migrations revisions that are objects already, such as Spring beans
   * @param classLoader where classpath locations and classes are looked up
   */
  public static RevisionScripts load(
      List<String> locations, List<? extends Migration> migrations, ClassLoader classLoader) {
    throw new IllegalStateException();
  }

  /** The graph of all revisions. */
  public RevisionGraph graph() {
    throw new IllegalStateException();
  }

  /** The script of the revision with exactly this id. */
  public RevisionScript script(String id) {
    throw new IllegalStateException();
  }
}
