package dev.migrations.maven.bridge;

import java.io.PrintStream;

/** Runs a command on the class path of a project. */
public interface ProjectCommand {

  /**
   * Runs it.
   *
   * @param out where the command answers
   * @param err where it asks
   */
  CommandEnd run(CommandRequest request, PrintStream out, PrintStream err);
}
