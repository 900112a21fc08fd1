package dev.migrations.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes an SQL revision that does what a range of revisions does, and replaces it: {@code mvn
 * migrations:squash -Drange=:7c1f0a9be2d4 -Dmessage="Schema of 2026"}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "squash",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class SquashMojo extends AbstractFileMojo {

  /** FROM:TO, both included; :TO begins at the first revision. Required. */
  @Parameter(property = "range")
  @Nullable String range;

  @Override
  Words words() {
    return file(new Words("squash")).targets(range == null ? List.of() : List.of(range));
  }
}
