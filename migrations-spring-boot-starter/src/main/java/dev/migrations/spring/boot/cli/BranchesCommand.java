package dev.migrations.spring.boot.cli;

import dev.migrations.command.BranchPoint;
import dev.migrations.command.Commands;
import dev.migrations.command.RevisionEntry;
import dev.migrations.engine.Migrations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "branches",
    description =
        "Shows the revisions with several children, and those. The database is not asked.")
final class BranchesCommand extends EngineCommand {

  @Mixin private final VerboseOption verbose = new VerboseOption();
  @Mixin private final FormatOption format = new FormatOption();

  BranchesCommand(Session session) {
    super(session);
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    List<BranchPoint> branchPoints = new Commands(migrations).branches();
    if (format.isJson()) {
      FormatOption.print(
          terminal, Map.of("branches", branchPoints.stream().map(BranchesCommand::json).toList()));
    } else {
      branchPoints.forEach(branchPoint -> print(branchPoint, terminal));
    }
    return ExitStatus.DONE;
  }

  private void print(BranchPoint branchPoint, Terminal terminal) {
    RevisionText text = new RevisionText(terminal);
    RevisionEntry revision = branchPoint.revision();
    if (verbose.verbose) {
      text.details(revision).forEach(terminal.out()::println);
    } else {
      terminal.out().println(text.line(revision));
    }
    String indent = " ".repeat(revision.id().length());
    for (RevisionEntry child : branchPoint.children()) {
      terminal.out().println(indent + " -> " + text.line(child));
    }
    terminal.out().println();
  }

  private static Map<String, ?> json(BranchPoint branchPoint) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("revision", RevisionJson.of(branchPoint.revision()));
    json.put("children", RevisionJson.of(branchPoint.children()));
    return json;
  }
}
