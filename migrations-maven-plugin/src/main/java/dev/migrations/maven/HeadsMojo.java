package dev.migrations.maven;

import dev.migrations.command.GraphCommands;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Lists the revisions without a child.
 *
 * @since 0.1.0
 */
@Mojo(name = "heads", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
public final class HeadsMojo extends AbstractListingMojo {

  @Override
  List<String> lines(GraphCommands commands, RevisionLines text) {
    return text.of(commands.heads(), verbose);
  }
}
