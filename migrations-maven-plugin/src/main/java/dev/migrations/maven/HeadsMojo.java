package dev.migrations.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Lists the revisions without a child.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "heads",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class HeadsMojo extends AbstractGraphMojo {

  /** Whether to say all that is known of each revision. */
  @Parameter(property = "verbose")
  boolean verbose;

  @Override
  Words words() {
    return new Words("heads").flag("--verbose", verbose).option("--format", format);
  }
}
