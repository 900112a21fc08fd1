package dev.migrations.spring.boot.cli;

import dev.migrations.command.Commands;
import dev.migrations.engine.Finding;
import dev.migrations.engine.Migrations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "check",
    description =
        "Ends with exit status 1, and a line for each reason, unless the database is at the head of"
            + " this application and the graph has one head.")
final class CheckCommand extends EngineCommand {

  @Mixin private final FormatOption format = new FormatOption();

  CheckCommand(Session session) {
    super(session);
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    List<Finding> findings = new Commands(migrations).check();
    if (format.isJson()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("ok", findings.isEmpty());
      json.put("findings", findings.stream().map(CheckCommand::json).toList());
      FormatOption.print(terminal, json);
    } else if (findings.isEmpty()) {
      terminal.out().println("The database is at head");
    } else {
      findings.forEach(finding -> terminal.out().println(finding.text()));
    }
    return findings.isEmpty() ? ExitStatus.DONE : ExitStatus.CHECK_FAILED;
  }

  private static Map<String, ?> json(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", finding.kind().name());
    json.put("revisions", finding.revisions());
    json.put("text", finding.text());
    return json;
  }
}
