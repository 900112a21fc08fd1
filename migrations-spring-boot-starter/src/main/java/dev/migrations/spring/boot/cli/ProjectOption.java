package dev.migrations.spring.boot.cli;

import dev.migrations.command.Authoring;
import dev.migrations.command.SourceLayout;
import dev.migrations.engine.Migrations;
import dev.migrations.error.MigrationsException;
import dev.migrations.script.RevisionScripts;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The source tree that new revisions go into. */
final class ProjectOption {

  @Option(
      names = "--project",
      paramLabel = "DIRECTORY",
      description = "The root of the source tree; the working directory unless given.")
  private Path project = Path.of("");

  /** Writes into the source tree, on the revisions that the engine has. */
  Authoring authoring(Migrations migrations, Session session) {
    SourceLayout given = session.sourceLayout();
    return new Authoring(
        migrations.scripts(), given == null ? layout(migrations.scripts()) : given);
  }

  private SourceLayout layout(RevisionScripts scripts) {
    Path root = project.toAbsolutePath().normalize();
    if (!Files.isDirectory(root.resolve("src").resolve("main"))) {
      throw new MigrationsException(
          "There is no src/main in " + root + ", so there is no place for a new revision.",
          "Run the command in the root of the project, or name it with --project.");
    }
    return SourceLayout.of(root, location(scripts));
  }

  /** Where the application will find it: a directory outside of the class path is not built. */
  private static String location(RevisionScripts scripts) {
    return scripts.locations().stream()
        .filter(location -> location.startsWith("classpath"))
        .findFirst()
        .orElse(RevisionScripts.DEFAULT_LOCATION);
  }
}
