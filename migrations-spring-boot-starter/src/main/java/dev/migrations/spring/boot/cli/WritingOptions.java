package dev.migrations.spring.boot.cli;

import dev.migrations.command.Authoring;
import dev.migrations.command.NewRevision;
import dev.migrations.command.RevisionFormat;
import dev.migrations.command.SourceLayout;
import dev.migrations.command.WrittenRevision;
import dev.migrations.engine.Migrations;
import dev.migrations.error.MigrationsException;
import dev.migrations.script.RevisionScripts;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands that write a revision have in common. */
final class WritingOptions {

  @Option(
      names = {"-m", "--message"},
      required = true,
      description = "What the revision does, in one line.")
  private String message = "";

  @Option(names = "--sql", description = "Write an SQL file instead of a Java class.")
  private boolean sql;

  @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of a random one.")
  private @Nullable String id;

  @Option(
      names = "--branch-label",
      paramLabel = "LABEL",
      description = "A name for the line of revisions that starts or continues here.")
  private String[] branchLabels = {};

  @Option(
      names = "--splice",
      description = "Allow a parent that is not a head, which starts a branch.")
  boolean splice;

  @Option(
      names = "--project",
      paramLabel = "DIRECTORY",
      description = "The root of the source tree; the working directory unless given.")
  private Path project = Path.of("");

  NewRevision wanted() {
    return NewRevision.of(message)
        .in(sql ? RevisionFormat.SQL : RevisionFormat.JAVA)
        .withBranchLabels(branchLabels)
        .withId(id);
  }

  /** Writes into the source tree, on the revisions that the running application has. */
  Authoring authoring(Migrations migrations) {
    return authoring(migrations, project);
  }

  static Authoring authoring(Migrations migrations, Path project) {
    Path root = project.toAbsolutePath().normalize();
    if (!Files.isDirectory(root.resolve("src").resolve("main"))) {
      throw new MigrationsException(
          "There is no src/main in " + root + ", so there is no place for a new revision.",
          "Run the command in the root of the project, or name it with --project.");
    }
    return new Authoring(
        migrations.scripts(), SourceLayout.of(root, location(migrations.scripts())));
  }

  /** Where the application will find it: a directory outside of the class path is not built. */
  private static String location(RevisionScripts scripts) {
    return scripts.locations().stream()
        .filter(location -> location.startsWith("classpath"))
        .findFirst()
        .orElse(RevisionScripts.DEFAULT_LOCATION);
  }

  static int print(Terminal terminal, WrittenRevision written) {
    terminal.out().println("Wrote " + written.file());
    terminal
        .out()
        .println(
            "Revision %s, %s -> %s"
                .formatted(
                    written.message(),
                    RevisionText.parents(written.revision().downRevisions()),
                    written.revision().id()));
    return ExitStatus.DONE;
  }
}
