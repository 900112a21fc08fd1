package dev.migrations.spring.boot.cli;

import dev.migrations.command.WrittenRevision;
import dev.migrations.engine.Migrations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "squash",
    description =
        "Writes an SQL revision that does what a range of revisions does, and replaces it."
            + " The database is not asked.")
final class SquashCommand extends EngineCommand {

  @Parameters(
      paramLabel = "RANGE",
      description =
          "FROM:TO, both included; :TO begins at the first revision, FROM: ends at the head.")
  private String range = "";

  @Option(
      names = {"-m", "--message"},
      required = true,
      description = "What the revision does, in one line.")
  private String message = "";

  @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of a random one.")
  private @Nullable String id;

  @Mixin private final ProjectOption project = new ProjectOption();

  SquashCommand(Session session) {
    super(session);
  }

  @Override
  void check() {
    if (!range.contains(":")) {
      throw new UsageException("A range has two ends, FROM:TO or :TO, such as :" + range);
    }
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    WrittenRevision written = project.authoring(migrations, session()).squash(message, range, id);
    WritingOptions.print(terminal, written);
    List<String> replaced = written.revision().replaces();
    terminal
        .out()
        .println(
            "It replaces %s, up to %s"
                .formatted(RunLog.revisions(replaced.size()), replaced.get(replaced.size() - 1)));
    return ExitStatus.DONE;
  }
}
