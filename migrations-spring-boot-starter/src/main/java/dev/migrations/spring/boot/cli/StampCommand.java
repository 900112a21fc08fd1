package dev.migrations.spring.boot.cli;

import dev.migrations.command.Commands;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.StampReport;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "stamp",
    description = "Declares where the database stands, and runs nothing. The history tells it.")
final class StampCommand extends EngineCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "TARGET",
      description =
          "One target or several; with --sql also a range FROM:TO. A target alone then starts from"
              + " an empty database.")
  private List<String> targets = List.of();

  @Option(
      names = "--purge",
      description = "Forget all version rows first, also those that the application does not know.")
  private boolean purge;

  @Option(
      names = "--sql",
      description = "Write the SQL script instead of running it. The database is not asked.")
  private boolean sql;

  StampCommand(Session session) {
    super(session);
  }

  @Override
  void check() {
    if (sql && purge) {
      throw new UsageException(
          "Either --purge, which forgets what this database has, or --sql, which asks no database;"
              + " with --sql name the rows that are to go, as in 'FROM:TO'");
    }
    if (!sql && targets.stream().anyMatch(target -> target.contains(":"))) {
      throw new UsageException(
          "A range goes with --sql; to stamp this database, name where it stands, such as 'head'");
    }
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    if (sql) {
      terminal.out().print(new Commands(migrations).stampSql(targets));
      terminal.out().flush();
      return ExitStatus.DONE;
    }
    StampReport report = new Commands(migrations).stamp(targets, purge);
    if (report.isEmpty()) {
      terminal
          .out()
          .println("The database is at " + RunLog.rows(report.rowsAfter()) + ", nothing to do");
      return ExitStatus.DONE;
    }
    terminal
        .out()
        .println(
            "Running stamp_revision %s -> %s"
                .formatted(
                    RevisionText.parents(report.rowsBefore()),
                    RevisionText.parents(report.rowsAfter())));
    print(terminal, "Counts as applied: ", report.added());
    print(terminal, "No longer counts as applied: ", report.removed());
    print(terminal, "Counts as applied in its present form: ", report.accepted());
    return ExitStatus.DONE;
  }

  private static void print(Terminal terminal, String what, List<String> revisions) {
    revisions.forEach(revision -> terminal.out().println(what + revision));
  }
}
