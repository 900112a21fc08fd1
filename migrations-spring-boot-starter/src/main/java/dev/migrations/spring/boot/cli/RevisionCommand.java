package dev.migrations.spring.boot.cli;

import dev.migrations.command.NewRevision;
import dev.migrations.engine.Migrations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "revision",
    description = "Writes a new revision into the source tree. The database is not asked.")
final class RevisionCommand extends EngineCommand {

  @Mixin private final WritingOptions writing = new WritingOptions();

  @Option(
      names = "--head",
      paramLabel = "TARGET",
      description = "Its parent; the only head unless given.")
  private @Nullable String head;

  @Option(
      names = "--depends-on",
      paramLabel = "TARGET",
      description = "What must be applied before, but is no parent.")
  private String[] dependsOn = {};

  RevisionCommand(Session session) {
    super(session);
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    NewRevision wanted = writing.wanted().withDependsOn(dependsOn);
    return WritingOptions.print(
        terminal, writing.authoring(migrations).revision(wanted, head, writing.splice));
  }
}
