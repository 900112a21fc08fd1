package dev.migrations.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes an SQL revision that does what a range of revisions does, and replaces it: {@code mvn
 * migrations:squash -Drange=:7c1f -Dmessage="The first year"}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "squash",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class SquashMojo extends AbstractWritingMojo {

  /** {@code from:to}, both included; {@code :to} begins at the first revision. */
  @Parameter(property = "range", required = true)
  String range = "";

  @Override
  Words words() {
    return named(new Words("squash")).targets(List.of(range));
  }
}
