package dev.migrations.maven;

import dev.migrations.maven.bridge.CommandEnd;
import dev.migrations.maven.bridge.CommandRequest;
import dev.migrations.maven.bridge.NewFiles;
import dev.migrations.maven.bridge.ProjectSources;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that runs a command on the revisions of a project. */
// Maven sets the fields before it executes the goal.
@SuppressWarnings("NullAway.Init")
abstract class AbstractMigrationsMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  File basedir;

  @Parameter(defaultValue = "${project.packaging}", readonly = true, required = true)
  String packaging;

  @Parameter(defaultValue = "${project.build.sourceDirectory}", readonly = true, required = true)
  File sourceDirectory;

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
  File outputDirectory;

  @Parameter(defaultValue = "${project.compileSourceRoots}", readonly = true, required = true)
  List<String> sourceRoots;

  @Parameter(defaultValue = "${project.resources}", readonly = true, required = true)
  List<Resource> resources;

  @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true, required = true)
  List<String> classPath;

  @Parameter(defaultValue = "${project.artifacts}", readonly = true, required = true)
  Set<Artifact> projectArtifacts = Set.of();

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  List<Artifact> pluginArtifacts = List.of();

  @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
  List<?> reactorProjects = List.of();

  @Parameter(defaultValue = "${settings.interactiveMode}", readonly = true)
  boolean interactive;

  /** Where revisions are found; unless set the application's own {@code migrations.locations}. */
  @Parameter(property = "migrations.locations")
  List<String> locations = List.of();

  /** Do nothing. */
  @Parameter(property = "migrations.skip")
  boolean skip;

  PrintStream out = System.out;
  PrintStream err = System.err;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Nothing is done: migrations.skip is set.");
      return;
    }
    if (packaging.equals("pom")) {
      getLog().info("There are no revisions in a project of packaging pom.");
      return;
    }
    check();
    try (LibraryClassLoader libraries =
        new LibraryClassLoader(LibraryPath.of(pluginArtifacts, projectArtifacts))) {
      end(libraries.shell().run(request(), out, err));
    } catch (IOException ex) {
      throw new MojoExecutionException("The libraries of the project cannot be read: " + ex, ex);
    }
  }

  /** Refuses parameters that do not go together. */
  void check() throws MojoFailureException {}

  /** Refuses to write a revision into each of several projects. */
  final void onlyOneProject() throws MojoFailureException {
    if (reactorProjects.size() > 1) {
      throw new MojoFailureException(
          "Maven was asked to write a revision into each of %d projects.%nName the one that is meant: mvn -pl <module> migrations:…, or run Maven in its folder."
              .formatted(reactorProjects.size()));
    }
  }

  /** The command. */
  abstract Words words();

  /** Whether the command may need the database. */
  abstract boolean asksDatabase();

  /** How new files are named and filled. */
  NewFiles newFiles() {
    return new NewFiles(basedir.toPath().resolve("src/main/migrations/templates"), null);
  }

  /** Properties of the application that the goal's parameters set. */
  Map<String, String> properties() throws MojoFailureException {
    Map<String, String> properties = new HashMap<>();
    if (!locations.isEmpty()) {
      properties.put("migrations.locations", String.join(",", locations));
    }
    return properties;
  }

  private CommandRequest request() throws MojoFailureException {
    return new CommandRequest(
        words().flag("--stacktrace", getLog().isDebugEnabled()).list(),
        sources(),
        newFiles(),
        properties(),
        asksDatabase(),
        reactorProjects.size() > 1,
        interactive);
  }

  private ProjectSources sources() {
    return new ProjectSources(
        basedir.toPath(),
        resourceRoots(),
        sourceDirectory.toPath(),
        sourceRoots.stream().map(Path::of).toList(),
        outputDirectory.toPath(),
        classPath.stream().map(Path::of).toList());
  }

  /** A resource directory with a target path is no root of the class path. */
  private List<Path> resourceRoots() {
    return resources.stream()
        .filter(resource -> resource.getTargetPath() == null)
        .map(resource -> Path.of(resource.getDirectory()))
        .toList();
  }

  private static void end(CommandEnd end) throws MojoExecutionException, MojoFailureException {
    if (end.status() == 0) {
      return;
    }
    String message = message(end);
    // No cause: Maven would print its stack trace, which helps nobody who reads the message.
    if (end.status() < 4) {
      throw new MojoFailureException(message);
    }
    throw new MojoExecutionException(message);
  }

  private static String message(CommandEnd end) {
    String problem = end.problem();
    if (problem == null) {
      return "The check found something; see above.";
    }
    boolean usage = end.status() == 2;
    String action = end.action();
    return (usage ? Words.ofGoal(problem) : problem)
        + (action == null ? "" : System.lineSeparator() + Words.ofGoal(action));
  }
}
