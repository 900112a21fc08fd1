package dev.migrations.maven;

import dev.migrations.maven.bridge.NewFiles;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that writes a revision. */
@SuppressWarnings("NullAway.Init")
abstract class AbstractAuthoringMojo extends AbstractMigrationsMojo {

  /** What the revision does, in one line. Required. */
  @Parameter(property = "message")
  @Nullable String message;

  /** Write an SQL file. */
  @Parameter(property = "sql")
  boolean sql;

  /** Write a Java class. */
  @Parameter(property = "java")
  boolean java;

  /** What to write where neither {@code sql} nor {@code java} is given: JAVA or SQL. */
  @Parameter(property = "migrations.format", defaultValue = "JAVA")
  String format = "JAVA";

  /** Whether the parents may have children already, so that a branch starts there. */
  @Parameter(property = "splice")
  boolean splice;

  /** The id; twelve random hex digits unless it is given. */
  @Parameter(property = "revId")
  @Nullable String revId;

  /** Branch labels for the line that starts or continues here, separated by commas. */
  @Parameter(property = "branchLabel")
  List<String> branchLabel = List.of();

  /** Revisions or labels that must be applied before, separated by commas. */
  @Parameter(property = "dependsOn")
  List<String> dependsOn = List.of();

  /** Where the project's own {@code revision.java.template}, {@code revision.sql.template} lie. */
  @Parameter(
      property = "migrations.templates",
      defaultValue = "${project.basedir}/src/main/migrations/templates")
  File templates;

  /** A date in front of file names, such as {@code yyyyMMdd}; none unless it is given. */
  @Parameter(property = "migrations.datePattern")
  @Nullable String datePattern;

  @Override
  final void check() throws MojoFailureException {
    onlyOneProject();
    if (sql && java) {
      throw new MojoFailureException(
          "Both 'sql' and 'java' are given.%nGive -Dsql or -Djava, or neither of them."
              .formatted());
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

  final Words options(Words words) {
    return words
        .option("--message", message == null ? "" : message)
        .flag("--sql", sql || (!java && format.equalsIgnoreCase("sql")))
        .option("--rev-id", revId)
        .options("--branch-label", branchLabel)
        .options("--depends-on", dependsOn)
        .flag("--splice", splice);
  }
}
