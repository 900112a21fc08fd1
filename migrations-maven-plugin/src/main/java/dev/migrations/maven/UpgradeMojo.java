package dev.migrations.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Applies revisions up to a target: {@code mvn migrations:upgrade}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "upgrade",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class UpgradeMojo extends AbstractRunMojo {

  /** Where to; with {@code sql} also a range {@code from:to}. */
  @Parameter(property = "target", defaultValue = "head")
  String target = "head";

  @Override
  Words words() {
    return options(new Words("upgrade")).targets(List.of(target));
  }
}
