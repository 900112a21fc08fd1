package dev.migrations.spring.boot.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "completion",
    description = {
      "Writes a completion script for bash and zsh.",
      "It is for a shell function or script of the given name that runs the commands:",
      "  migrations() { java -jar app.jar migrations \"$@\"; }",
      "  source <(migrations completion)"
    })
final class CompletionCommand implements Runnable {

  private final CommandLine migrations;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name of that function or script; migrations unless given.")
  private String name = "migrations";

  CompletionCommand(CommandLine migrations) {
    this.migrations = migrations;
  }

  @Override
  public void run() {
    PrintWriter out = migrations.getOut();
    out.print(AutoComplete.bash(name, migrations));
    out.flush();
  }
}
