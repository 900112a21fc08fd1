package dev.migrations.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes a revision that joins heads: {@code mvn migrations:merge -Dmessage="Merge payments"}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "merge",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class MergeMojo extends AbstractAuthoringMojo {

  /** The revisions to join, separated by commas; all heads unless given. */
  @Parameter(property = "revisions")
  List<String> revisions = List.of();

  @Override
  Words words() {
    return options(new Words("merge")).targets(revisions);
  }
}
