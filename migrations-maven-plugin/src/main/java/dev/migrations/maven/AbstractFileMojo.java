package dev.migrations.maven;

import dev.migrations.maven.bridge.NewFiles;
import java.io.File;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that writes a file, and asks no database. */
@SuppressWarnings("NullAway.Init")
abstract class AbstractFileMojo extends AbstractMigrationsMojo {

  /** What the revision does, in one line. Required. */
  @Parameter(property = "message")
  @Nullable String message;

  /** The id; twelve random hex digits unless it is given. */
  @Parameter(property = "revId")
  @Nullable String revId;

  /** Where the project's own {@code revision.java.template}, {@code revision.sql.template} lie. */
  @Parameter(
      property = "migrations.templates",
      defaultValue = "${project.basedir}/src/main/migrations/templates")
  File templates;

  /** A date in front of file names, such as {@code yyyyMMdd}; none unless it is given. */
  @Parameter(property = "migrations.datePattern")
  @Nullable String datePattern;

  @Override
  void check() throws MojoFailureException {
    if (reactorProjects.size() > 1) {
      throw new MojoFailureException(
          "Maven was asked to write a revision into each of %d projects.%nName the one that is meant: mvn -pl <module> migrations:…, or run Maven in its folder."
              .formatted(reactorProjects.size()));
    }
  }

  @Override
  final boolean asksDatabase() {
    return false;
  }

  @Override
  final NewFiles newFiles() {
    return new NewFiles(templates.toPath(), datePattern);
  }

  final Words file(Words words) {
    return words.option("--message", message == null ? "" : message).option("--rev-id", revId);
  }
}
