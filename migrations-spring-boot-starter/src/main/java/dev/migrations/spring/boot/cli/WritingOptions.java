package dev.migrations.spring.boot.cli;

import dev.migrations.command.NewRevision;
import dev.migrations.command.RevisionFormat;
import dev.migrations.command.WrittenRevision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that write a revision have in common. */
final class WritingOptions {

  @Option(
      names = {"-m", "--message"},
      required = true,
      description = "What the revision does, in one line.")
  private String message = "";

  @ArgGroup private final Format format = new Format();

  /** One or the other. */
  private static final class Format {
    @Option(names = "--sql", description = "Write an SQL file instead of a Java class.")
    private boolean sql;

    @Option(names = "--java", description = "Write a Java class, which is the default.")
    private boolean java;
  }

  @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of a random one.")
  private @Nullable String id;

  @Option(
      names = "--branch-label",
      paramLabel = "LABEL",
      description = "A name for the line of revisions that starts or continues here.")
  private String[] branchLabels = {};

  @Option(
      names = "--depends-on",
      paramLabel = "TARGET",
      description = "What must be applied before, but is no parent.")
  private String[] dependsOn = {};

  @Option(
      names = "--splice",
      description = "Allow a parent that is not a head, which starts a branch.")
  boolean splice;

  @Mixin final ProjectOption project = new ProjectOption();

  NewRevision wanted() {
    return NewRevision.of(message)
        .in(format.sql ? RevisionFormat.SQL : RevisionFormat.JAVA)
        .withBranchLabels(branchLabels)
        .withDependsOn(dependsOn)
        .withId(id);
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
