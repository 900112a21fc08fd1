package dev.migrations.maven;

import dev.migrations.command.GraphCommands;
import dev.migrations.command.RevisionEntry;
import dev.migrations.error.MigrationsException;
import dev.migrations.script.RevisionScripts;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails when the revisions cannot be read, do not make a graph, or have several heads. No database
 * is asked.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check-graph",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class CheckGraphMojo extends AbstractRevisionsMojo {

  @Override
  void run(RevisionScripts scripts) {
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
    int count = scripts.scripts().size();
    getLog()
        .info(
            count == 0
                ? "There are no revisions."
                : "The graph is sound: "
                    + (count == 1 ? "1 revision" : count + " revisions")
                    + ", head "
                    + heads.get(0).id()
                    + ".");
  }
}
