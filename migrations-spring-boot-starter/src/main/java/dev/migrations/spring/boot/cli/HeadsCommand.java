package dev.migrations.spring.boot.cli;

import dev.migrations.command.Commands;
import dev.migrations.command.Marker;
import dev.migrations.command.RevisionEntry;
import dev.migrations.engine.Migrations;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "heads",
    description = "Shows the revisions without a child. The database is not asked.")
final class HeadsCommand extends EngineCommand {

  @Option(
      names = "--resolve-dependencies",
      description = "Leave out those that another revision depends on: they need no version row.")
  private boolean resolveDependencies;

  @Mixin private final VerboseOption verbose = new VerboseOption();
  @Mixin private final FormatOption format = new FormatOption();

  HeadsCommand(Session session) {
    super(session);
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    List<RevisionEntry> heads =
        new Commands(migrations)
            .heads().stream()
                .filter(head -> !resolveDependencies || !head.is(Marker.EFFECTIVE_HEAD))
                .toList();
    if (format.isJson()) {
      FormatOption.print(terminal, Map.of("heads", RevisionJson.of(heads)));
      return ExitStatus.DONE;
    }
    RevisionText text = new RevisionText(terminal);
    for (RevisionEntry head : heads) {
      if (verbose.verbose) {
        text.details(head).forEach(terminal.out()::println);
        terminal.out().println();
      } else {
        terminal.out().println(text.line(head));
      }
    }
    return ExitStatus.DONE;
  }
}
