package dev.migrations.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Takes revisions back down to a target, after asking on the terminal: {@code mvn
 * migrations:downgrade -Dtarget=-1}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "downgrade",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class DowngradeMojo extends AbstractRunMojo {

  /** Where to, such as {@code -1}, {@code base} or an id; with {@code sql} a range. */
  @Parameter(property = "target", required = true)
  String target = "";

  /** Do not ask. Needed where there is no terminal, and in batch mode. */
  @Parameter(property = "yes")
  boolean yes;

  @Override
  Words words() {
    return options(new Words("downgrade")).flag("--yes", yes).targets(List.of(target));
  }
}
