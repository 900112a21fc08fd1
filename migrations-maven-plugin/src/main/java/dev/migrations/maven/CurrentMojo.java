package dev.migrations.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows where the database stands.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "current",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class CurrentMojo extends AbstractDatabaseMojo {

  /** Fail unless the database is at all heads. */
  @Parameter(property = "checkHeads")
  boolean checkHeads;

  /** Whether to say all that is known of each revision, and when and by whom it was applied. */
  @Parameter(property = "verbose")
  boolean verbose;

  /** How to answer: text or json. */
  @Parameter(property = "format", defaultValue = "text")
  String format = "text";

  @Override
  Words words() {
    return new Words("current")
        .flag("--check-heads", checkHeads)
        .flag("--verbose", verbose)
        .option("--format", format);
  }
}
