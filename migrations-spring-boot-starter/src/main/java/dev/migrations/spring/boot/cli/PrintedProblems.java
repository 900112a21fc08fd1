package dev.migrations.spring.boot.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Problems for someone at a terminal. */
record PrintedProblems(Terminal terminal) implements Problems {

  @Override
  public void usage(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println(command.getColorScheme().errorText(wrong.getMessage()));
    if (!UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
      command.getErr().println(command.getHelp().fullSynopsis());
    }
    command
        .getErr()
        .println(
            "'%s --help' shows all options.".formatted(command.getCommandSpec().qualifiedName()));
  }

  @Override
  public void failure(String description, @Nullable String action) {
    terminal.err().println(terminal.styled("bold,fg(red)", "FAILED:") + " " + description);
    if (action != null) {
      terminal.err().println(action);
    }
  }
}
