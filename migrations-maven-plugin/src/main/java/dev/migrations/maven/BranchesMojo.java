package dev.migrations.maven;

import dev.migrations.command.GraphCommands;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Lists the revisions with several children, each with them.
 *
 * @since 0.1.0
 */
@Mojo(name = "branches", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
public final class BranchesMojo extends AbstractListingMojo {

  @Override
  List<String> lines(GraphCommands commands, RevisionLines text) {
    return commands.branches().stream()
        .flatMap(branch -> text.of(branch, verbose).stream())
        .toList();
  }
}
