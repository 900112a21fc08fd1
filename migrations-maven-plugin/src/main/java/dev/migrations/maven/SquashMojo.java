package dev.migrations.maven;

import dev.migrations.maven.bridge.NewFiles;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

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
public final class SquashMojo extends AbstractMigrationsMojo {

  /** {@code from:to}, both included; {@code :to} begins at the first revision. */
  @Parameter(property = "range", required = true)
  String range = "";

  /** What the revision does, in one line. */
  @Parameter(property = "message", required = true)
  String message = "";

  /** The id; twelve random hex digits unless it is given. */
  @Parameter(property = "revId")
  @Nullable String revId;

  /** A date in front of file names, such as {@code yyyyMMdd}; none unless it is given. */
  @Parameter(property = "migrations.datePattern")
  @Nullable String datePattern;

  @Override
  void check() throws MojoFailureException {
    onlyOneProject();
  }

  @Override
  NewFiles newFiles() {
    return new NewFiles(super.newFiles().templates(), datePattern);
  }

  @Override
  Words words() {
    return new Words("squash")
        .option("--message", message)
        .option("--rev-id", revId)
        .targets(List.of(range));
  }

  @Override
  boolean asksDatabase() {
    return false;
  }
}
