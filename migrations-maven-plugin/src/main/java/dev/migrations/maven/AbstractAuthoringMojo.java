package dev.migrations.maven;

import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that writes a revision of one's own. */
abstract class AbstractAuthoringMojo extends AbstractFileMojo {

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

  @Override
  final void check() throws MojoFailureException {
    super.check();
    if (sql && java) {
      throw new MojoFailureException(
          "Both 'sql' and 'java' are given.%nGive -Dsql or -Djava, or neither of them."
              .formatted());
    }
  }

  final Words options(Words words) {
    return file(words)
        .flag("--sql", sql || (!java && format.equalsIgnoreCase("sql")))
        .options("--branch-label", branchLabel)
        .options("--depends-on", dependsOn)
        .flag("--splice", splice);
  }
}
