package dev.migrations.maven.project;

import dev.migrations.error.MigrationsException;
import dev.migrations.maven.bridge.CommandEnd;
import dev.migrations.maven.bridge.CommandRequest;
import dev.migrations.maven.bridge.ProjectCommand;
import dev.migrations.spring.boot.cli.CommandResult;
import dev.migrations.spring.boot.cli.CommandRunner;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Runs the commands of the application's jar on the revisions of a project. */
public final class ProjectShell implements ProjectCommand {

  /** A goal that is no command of the jar. */
  private static final String CHECK_GRAPH = "check-graph";

  private static final PrintStream NOBODY = new PrintStream(OutputStream.nullOutputStream());

  @Override
  public CommandEnd run(CommandRequest request, PrintStream out, PrintStream err) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    Drivers.load();
    thread.setContextClassLoader(getClass().getClassLoader());
    try (Project project = new Project(request)) {
      if (request.oneOfMany() && project.isWithoutRevisions()) {
        err.println("There are no revisions in this project.");
        return new CommandEnd(0, null, null);
      }
      return request.words().get(0).equals(CHECK_GRAPH)
          ? checkGraph(project, request, out, err)
          : run(project, request.words(), request, out, err);
    } catch (IOException ex) {
      throw new UncheckedIOException("What the goal left behind cannot be removed", ex);
    } finally {
      Drivers.forget(getClass().getClassLoader());
      thread.setContextClassLoader(before);
    }
  }

  private static CommandEnd run(
      Project project,
      List<String> words,
      CommandRequest request,
      PrintStream out,
      PrintStream err) {
    CommandResult result =
        new CommandRunner(out, err, request.interactive())
            .run(words, project.context(), project::engine, project::layout);
    return new CommandEnd(result.status(), result.problem(), result.action());
  }

  private static CommandEnd checkGraph(
      Project project, CommandRequest request, PrintStream out, PrintStream err) {
    CommandEnd read = run(project, List.of("heads"), request, NOBODY, err);
    if (read.status() != 0) {
      return read;
    }
    try {
      out.println(GraphCheck.of(project.engine().scripts()));
      return read;
    } catch (MigrationsException severalHeads) {
      return new CommandEnd(1, severalHeads.description(), severalHeads.action());
    }
  }
}
