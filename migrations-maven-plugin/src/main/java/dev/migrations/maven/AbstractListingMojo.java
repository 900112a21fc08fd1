package dev.migrations.maven;

import dev.migrations.command.GraphCommands;
import dev.migrations.script.RevisionScripts;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that lists revisions. */
abstract class AbstractListingMojo extends AbstractRevisionsMojo {

  /** Whether to say all that is known of each revision. */
  @Parameter(property = "verbose")
  boolean verbose;

  @Override
  final void run(RevisionScripts scripts) {
    lines(new GraphCommands(scripts), new RevisionLines(scripts)).forEach(getLog()::info);
  }

  abstract List<String> lines(GraphCommands commands, RevisionLines text);
}
