package dev.migrations.maven.project;

import dev.migrations.command.GraphCommands;
import dev.migrations.command.RevisionEntry;
import dev.migrations.error.MigrationsException;
import dev.migrations.script.RevisionScripts;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the revisions make a graph with one head. */
final class GraphCheck {

  private GraphCheck() {}

  /**
   * What there is to say of a sound graph.
   *
   * @throws MigrationsException when there are several heads
   */
  static String of(RevisionScripts scripts) {
    List<RevisionEntry> heads = new GraphCommands(scripts).heads();
    if (heads.size() > 1) {
      throw new MigrationsException(
          "There are "
              + heads.size()
              + " heads:"
              + heads.stream()
                  .map(
                      head -> "%n  %s (%s), %s".formatted(head.id(), head.origin(), head.message()))
                  .collect(Collectors.joining()),
          "Join them: mvn migrations:merge -Dmessage=\"Merge …\"");
    }
    int count = scripts.graph().revisions().size();
    return count == 0
        ? "There are no revisions."
        : "The graph is sound: "
            + (count == 1 ? "1 revision" : count + " revisions")
            + ", head "
            + heads.get(0).id()
            + ".";
  }
}
