package dev.migrations.maven;

import dev.migrations.command.Authoring;
import dev.migrations.command.NewRevision;
import dev.migrations.command.RevisionFormat;
import dev.migrations.command.SourceLayout;
import dev.migrations.command.WrittenRevision;
import dev.migrations.error.MigrationsException;
import dev.migrations.script.RevisionScripts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that writes a revision. */
@SuppressWarnings("NullAway.Init")
abstract class AbstractAuthoringMojo extends AbstractRevisionsMojo {

  @Parameter(defaultValue = "${project.build.sourceDirectory}", readonly = true, required = true)
  File sourceDirectory;

  @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
  List<?> reactorProjects = List.of();

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
  RevisionFormat format = RevisionFormat.JAVA;

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
  final void run(RevisionScripts scripts) {
    if (reactorProjects.size() > 1) {
      throw new MigrationsException(
          "Maven was asked to write a revision into each of "
              + reactorProjects.size()
              + " projects.",
          "Name the one that is meant: mvn -pl <module> migrations:…, or run Maven in its folder.");
    }
    WrittenRevision written = write(new Authoring(scripts, layout()), wanted());
    getLog().info("Wrote " + written.file());
    getLog().info(new RevisionLines(scripts).written(written));
  }

  abstract WrittenRevision write(Authoring authoring, NewRevision wanted);

  private NewRevision wanted() {
    if (sql && java) {
      throw new MigrationsException(
          "Both 'sql' and 'java' are given.", "Give -Dsql or -Djava, or neither of them.");
    }
    return new NewRevision(
        message == null ? "" : message,
        sql ? RevisionFormat.SQL : java ? RevisionFormat.JAVA : format,
        branchLabel,
        dependsOn,
        revId);
  }

  /** New files go to the first location. */
  private SourceLayout layout() {
    SourceLayout usual = SourceLayout.of(basedir.toPath(), locations.get(0));
    String folder = usual.javaPackage().replace('.', '/');
    List<Path> directories = resourceRoots().stream().map(root -> root.resolve(folder)).toList();
    Path sqlDirectory =
        directories.stream()
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(directories.isEmpty() ? usual.sqlDirectory() : directories.get(0));
    return new SourceLayout(
        sqlDirectory,
        sourceDirectory.toPath(),
        usual.javaPackage(),
        templates.toPath(),
        datePattern);
  }
}
