package dev.migrations.maven;

import dev.migrations.maven.bridge.NewFiles;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that writes one revision into the source tree and asks no database. */
abstract class AbstractWritingMojo extends AbstractMigrationsMojo {

  /** What the revision does, in one line. Required. */
  @Parameter(property = "message")
  @Nullable String message;

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
  final boolean asksDatabase() {
    return false;
  }

  @Override
  NewFiles newFiles() {
    return new NewFiles(super.newFiles().templates(), datePattern);
  }

  /** What is not given is refused by the command, as an empty message. */
  final Words named(Words words) {
    return words.option("--message", message == null ? "" : message).option("--rev-id", revId);
  }
}
