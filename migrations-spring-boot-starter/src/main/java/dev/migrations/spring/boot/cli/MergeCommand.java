package dev.migrations.spring.boot.cli;

import dev.migrations.command.Authoring;
import dev.migrations.engine.Migrations;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "merge",
    description = "Writes a revision that joins others into one head. The database is not asked.")
final class MergeCommand extends EngineCommand {

  @Mixin private final WritingOptions writing = new WritingOptions();

  @Parameters(arity = "0..*", paramLabel = "TARGET", description = "All heads unless given.")
  private List<String> revisions = List.of();

  MergeCommand(Session session) {
    super(session);
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    Authoring authoring = writing.project.authoring(migrations, session());
    return WritingOptions.print(
        terminal, authoring.merge(writing.wanted(), revisions, writing.splice));
  }
}
