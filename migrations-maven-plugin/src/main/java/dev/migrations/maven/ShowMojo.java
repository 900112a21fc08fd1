package dev.migrations.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows all that is known of some revisions: {@code mvn migrations:show -Drevisions=head}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "show",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class ShowMojo extends AbstractDatabaseMojo {

  /** Which, separated by commas; the heads unless given. */
  @Parameter(property = "revisions")
  List<String> revisions = List.of();

  /** How to answer: text or json. */
  @Parameter(property = "format", defaultValue = "text")
  String format = "text";

  @Override
  Words words() {
    return new Words("show").option("--format", format).targets(revisions);
  }

  @Override
  boolean asksDatabase() {
    return revisions.stream().anyMatch(Words::countsFromCurrent);
  }
}
