package dev.migrations.spring.boot.cli;

import dev.migrations.command.Commands;
import dev.migrations.command.RevisionEntry;
import dev.migrations.engine.Migrations;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows all that is known of revisions.")
final class ShowCommand extends EngineCommand {

  private static final List<String> HEADS = List.of("heads");

  @Parameters(
      arity = "0..*",
      paramLabel = "REV",
      description =
          "Targets, the heads unless given. The database is asked only for those that count from"
              + " current.")
  private List<String> targets = List.of();

  @Mixin private final FormatOption format = new FormatOption();

  ShowCommand(Session session) {
    super(session);
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    List<RevisionEntry> revisions =
        new Commands(migrations).show(targets.isEmpty() ? HEADS : targets);
    if (format.isJson()) {
      FormatOption.print(terminal, Map.of("revisions", RevisionJson.of(revisions)));
      return ExitStatus.DONE;
    }
    RevisionText text = new RevisionText(terminal);
    for (RevisionEntry revision : revisions) {
      text.details(revision).forEach(terminal.out()::println);
      terminal.out().println();
    }
    return ExitStatus.DONE;
  }
}
