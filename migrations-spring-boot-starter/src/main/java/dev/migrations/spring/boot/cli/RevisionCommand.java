package dev.migrations.spring.boot.cli;

import dev.migrations.command.Authoring;
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

  RevisionCommand(Session session) {
    super(session);
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    Authoring authoring = writing.project.authoring(migrations, session());
    return WritingOptions.print(
        terminal, authoring.revision(writing.wanted(), head, writing.splice));
  }
}
