package dev.migrations.spring.boot.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** Problems for a caller that reports them in its own way. */
final class KeptProblems implements Problems {

  private @Nullable String description;
  private @Nullable String action;

  @Override
  public void usage(ParameterException wrong) {
    description = wrong.getMessage();
  }

  @Override
  public void failure(String text, @Nullable String next) {
    description = text;
    action = next;
  }

  CommandResult result(int status) {
    return new CommandResult(status, description, action);
  }
}
