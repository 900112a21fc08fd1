package dev.migrations.spring.boot.cli;

import dev.migrations.command.Commands;
import dev.migrations.command.RevisionEntry;
import dev.migrations.engine.Migrations;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "history", description = "Shows the revisions, newest first.")
final class HistoryCommand extends EngineCommand {

  @Option(
      names = {"-r", "--rev-range"},
      paramLabel = "FROM:TO",
      description = "Only these, such as ae10:head, base:current or -3:current.")
  private @Nullable String range;

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Mark the current revisions. Without this the database is not asked.")
  private boolean indicateCurrent;

  @Option(names = "--graph", description = "Draw the graph beside them.")
  private boolean graph;

  @Mixin private final VerboseOption verbose = new VerboseOption();
  @Mixin private final FormatOption format = new FormatOption();

  HistoryCommand(Session session) {
    super(session);
  }

  @Override
  void check() {
    if (graph && format.isJson()) {
      throw new UsageException(
          "--graph draws text; leave it out with --format=json, which has the parents");
    }
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    List<RevisionEntry> revisions = new Commands(migrations).history(range, indicateCurrent);
    RevisionText text = new RevisionText(terminal);
    if (format.isJson()) {
      FormatOption.print(terminal, Map.of("revisions", RevisionJson.of(revisions)));
    } else if (graph) {
      new HistoryGraph(text, verbose.verbose).lines(revisions).forEach(terminal.out()::println);
    } else if (verbose.verbose) {
      for (RevisionEntry revision : revisions) {
        text.details(revision).forEach(terminal.out()::println);
        terminal.out().println();
      }
    } else {
      revisions.forEach(revision -> terminal.out().println(text.lineWithParents(revision)));
    }
    return ExitStatus.DONE;
  }
}
