package dev.migrations.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails, with a line for each reason, unless the database is at the head of this project and the
 * graph has one head.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class CheckMojo extends AbstractDatabaseMojo {

  /** How to answer: text or json. */
  @Parameter(property = "format", defaultValue = "text")
  String format = "text";

  @Override
  Words words() {
    return new Words("check").option("--format", format);
  }
}
