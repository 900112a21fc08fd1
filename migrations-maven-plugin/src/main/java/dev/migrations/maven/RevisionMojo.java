package dev.migrations.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes a new revision on the head: {@code mvn migrations:revision -Dmessage="Add orders"}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "revision",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class RevisionMojo extends AbstractAuthoringMojo {

  /** The parent, such as {@code payments@head}; {@code base} for none; else the only head. */
  @Parameter(property = "head")
  @Nullable String head;

  @Override
  Words words() {
    return options(new Words("revision")).option("--head", head);
  }
}
