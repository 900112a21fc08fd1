package dev.migrations.spring.boot.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** Who is told what went wrong with a command. */
interface Problems {

  /** The command line is wrong. */
  void usage(ParameterException wrong);

  /**
   * The command was refused, or failed.
   *
   * @param action what to do next, where that is known
   */
  void failure(String description, @Nullable String action);
}
