package dev.migrations.script;

import dev.migrations.error.OneLine;
import dev.migrations.graph.RevisionNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file or class says about its revision; what is wrong with it is known elsewhere. */
record RevisionHeader(
    @Nullable String id,
    List<String> downRevisions,
    List<String> dependsOn,
    List<String> branchLabels,
    List<String> replaces,
    @Nullable String message,
    @Nullable Predecessor adopts) {

  static final RevisionHeader UNKNOWN =
      new RevisionHeader(null, List.of(), List.of(), List.of(), List.of(), null, null);

  /** A message goes into logs, tables and comments, each of which it would break. */
  static void refuseObstacle(@Nullable String message, int line, Faults faults) {
    String obstacle = message == null ? null : OneLine.obstacle(message);
    if (obstacle != null) {
      faults.add(
          line,
          "the message contains " + obstacle,
          "Say in one line what the revision does, in characters that can be seen.");
    }
  }

  /** Its place in the graph, or null while the revision is not known. */
  @Nullable RevisionNode node(String origin) {
    return id == null
        ? null
        : new RevisionNode(id, downRevisions, dependsOn, branchLabels, replaces, origin);
  }
}
