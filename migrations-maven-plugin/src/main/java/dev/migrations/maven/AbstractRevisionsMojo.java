package dev.migrations.maven;

import dev.migrations.error.MigrationsException;
import dev.migrations.script.RevisionScripts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal on the revisions of a project. */
// Maven sets the fields before it executes the goal.
@SuppressWarnings("NullAway.Init")
abstract class AbstractRevisionsMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  File basedir;

  @Parameter(defaultValue = "${project.packaging}", readonly = true, required = true)
  String packaging;

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
  File outputDirectory;

  @Parameter(defaultValue = "${project.compileSourceRoots}", readonly = true, required = true)
  List<String> sourceRoots;

  @Parameter(defaultValue = "${project.resources}", readonly = true, required = true)
  List<Resource> resources;

  @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true, required = true)
  List<String> classPath;

  /** Where the application looks for revisions: its {@code migrations.locations}. */
  @Parameter(property = "migrations.locations", defaultValue = RevisionScripts.DEFAULT_LOCATION)
  List<String> locations = List.of(RevisionScripts.DEFAULT_LOCATION);

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (packaging.equals("pom")) {
      getLog().info("There are no revisions in a project of packaging pom.");
      return;
    }
    try {
      run(new ProjectRevisions(sources()).load());
    } catch (MigrationsException ex) {
      // No cause: Maven would print its stack trace, which helps nobody who reads the message.
      throw new MojoFailureException(ex.description() + System.lineSeparator() + ex.action());
    } catch (IOException ex) {
      throw new MojoExecutionException("The revisions of the project cannot be read: " + ex, ex);
    }
  }

  /** What the goal does with the revisions of the project. */
  abstract void run(RevisionScripts scripts);

  final ProjectSources sources() {
    return new ProjectSources(
        resourceRoots(),
        sourceRoots.stream().map(Path::of).toList(),
        outputDirectory.toPath(),
        classPath.stream().map(Path::of).toList(),
        locations);
  }

  /** A resource directory with a target path is no root of the class path. */
  final List<Path> resourceRoots() {
    return resources.stream()
        .filter(resource -> resource.getTargetPath() == null)
        .map(resource -> Path.of(resource.getDirectory()))
        .toList();
  }
}
