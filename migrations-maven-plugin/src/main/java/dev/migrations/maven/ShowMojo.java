package dev.migrations.maven;

import dev.migrations.command.GraphCommands;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows all that is known of some revisions: {@code mvn migrations:show -Drevisions=head}.
 *
 * @since 0.1.0
 */
@Mojo(name = "show", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
public final class ShowMojo extends AbstractListingMojo {

  /** Which, separated by commas; the heads unless given. */
  @Parameter(property = "revisions")
  List<String> revisions = List.of("heads");

  @Override
  List<String> lines(GraphCommands commands, RevisionLines text) {
    return text.of(commands.show(revisions), true);
  }
}
