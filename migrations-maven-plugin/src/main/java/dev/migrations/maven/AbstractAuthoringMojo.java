package dev.migrations.maven;

import dev.migrations.maven.bridge.NewFiles;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that writes a revision for its author to fill, in Java or SQL. */
@SuppressWarnings("NullAway.Init")
abstract class AbstractAuthoringMojo extends AbstractWritingMojo {

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

  @Override
  final void check() throws MojoFailureException {
    super.check();
    if (sql && java) {
      throw new MojoFailureException(
          "Both 'sql' and 'java' are given.%nGive -Dsql or -Djava, or neither of them."
              .formatted());
    }
  }

  @Override
  final NewFiles newFiles() {
    return new NewFiles(templates.toPath(), datePattern);
  }

  final Words options(Words words) {
    return named(words)
        .flag("--sql", sql || (!java && format.equalsIgnoreCase("sql")))
        .options("--branch-label", branchLabel)
        .options("--depends-on", dependsOn)
        .flag("--splice", splice);
  }
}
