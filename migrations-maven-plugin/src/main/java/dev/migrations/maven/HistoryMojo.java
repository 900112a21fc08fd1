package dev.migrations.maven;

import dev.migrations.command.GraphCommands;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Lists revisions, newest first.
 *
 * @since 0.1.0
 */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
public final class HistoryMojo extends AbstractListingMojo {

  /** {@code from:to}, {@code from:} or {@code :to}, both ends included; all unless it is given. */
  @Parameter(property = "range")
  @Nullable String range;

  @Override
  List<String> lines(GraphCommands commands, RevisionLines text) {
    return text.history(commands.history(range), verbose);
  }
}
