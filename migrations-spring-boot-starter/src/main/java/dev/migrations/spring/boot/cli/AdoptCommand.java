package dev.migrations.spring.boot.cli;

import dev.migrations.command.Adoption;
import dev.migrations.command.AdoptionPlan;
import dev.migrations.command.AdoptionPlan.Step;
import dev.migrations.command.AdoptionRequest;
import dev.migrations.command.PgDump;
import dev.migrations.engine.FoundPredecessor;
import dev.migrations.engine.Migrations;
import dev.migrations.error.MigrationsException;
import dev.migrations.script.PredecessorTool;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "adopt",
    description = {
      "Starts on a database that is there already, after asking on the terminal.",
      "An application without revisions gets a base revision, written into the source tree, that"
          + " stands for what Alembic, Flyway, Liquibase or nobody kept so far. It is marked as"
          + " applied. The other tool's table is left alone.",
      "An application that has this base marks it as applied in further databases, if they are"
          + " where it stands for."
    })
final class AdoptCommand extends EngineCommand {

  @Option(
      names = "--from",
      paramLabel = "TOOL",
      description = "alembic, flyway, liquibase or unversioned; who has a table unless given.")
  private @Nullable PredecessorTool from;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "That tool's table, if it has another name or is not on the search path.")
  private @Nullable String table;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description =
          "What pg_dump --schema-only wrote. It becomes the upgrade of the base, so that new"
              + " databases get the whole schema.")
  private @Nullable Path schema;

  @Option(
      names = {"-m", "--message"},
      description = "What the base is called, in one line.")
  private @Nullable String message;

  @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of a random one.")
  private @Nullable String id;

  @Mixin private final ProjectOption project = new ProjectOption();

  @Option(
      names = "--dry-run",
      description =
          "Show what was found, write the text of the base to standard output, do nothing.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask. Needed where there is no terminal.")
  private boolean yes;

  @Mixin private final FormatOption format = new FormatOption();

  AdoptCommand(Session session) {
    super(session);
  }

  @Override
  void check() {
    if (dryRun && format.isJson()) {
      throw new UsageException("--dry-run writes a file's text; leave --format json out");
    }
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    Adoption adoption = new Adoption(migrations);
    AdoptionPlan plan =
        adoption.plan(
            new AdoptionRequest(from, table, message, id, schema == null ? null : read(schema)),
            () -> project.authoring(migrations, session()));
    PrintWriter findings = dryRun || format.isJson() ? terminal.err() : terminal.out();
    findings.println("Found in " + DatabaseAddress.of(migrations.dataSource()) + ":");
    AdoptionText.lines(plan.database()).forEach(findings::println);
    plan.leftOut().forEach(statement -> findings.println("Left out of the base: " + statement));
    if (dryRun) {
      findings.println(intention(plan));
      if (plan.text() != null) {
        terminal.out().print(plan.text());
        terminal.out().flush();
      }
      return ExitStatus.DONE;
    }
    if (plan.step() != Step.NOTHING) {
      agree(plan, terminal);
      adoption.adopt(plan);
    }
    if (format.isJson()) {
      FormatOption.print(terminal, AdoptionText.json(plan));
    } else {
      report(plan, terminal);
    }
    return ExitStatus.DONE;
  }

  private void agree(AdoptionPlan plan, Terminal terminal) {
    if (yes) {
      return;
    }
    terminal.err().println(intention(plan));
    if (terminal.console() == null) {
      throw new MigrationsException(
          "Nothing was adopted: there is no terminal to ask on.",
          "Add --yes if that is what you want.");
    }
    if (!Question.isAgreedTo(terminal.console(), terminal, "Adopt it?")) {
      throw new MigrationsException(
          "Nothing was adopted.", "Answer y, or add --yes, to adopt the database.");
    }
  }

  private static String intention(AdoptionPlan plan) {
    return switch (plan.step()) {
      case WRITE_AND_STAMP ->
          "This writes the base revision %s for %s as %s, and marks it as applied."
              .formatted(plan.base(), plan.adopts(), plan.file());
      case STAMP ->
          "This marks revision %s, which stands for %s, as applied."
              .formatted(plan.base(), plan.adopts());
      case NOTHING -> adoptedAlready(plan);
    };
  }

  private static String adoptedAlready(AdoptionPlan plan) {
    return "The database is at %s; it is adopted already."
        .formatted(RunLog.rows(plan.database().rows()));
  }

  private void report(AdoptionPlan plan, Terminal terminal) {
    PrintWriter out = terminal.out();
    if (plan.step() == Step.NOTHING) {
      out.println(adoptedAlready(plan));
      return;
    }
    if (plan.file() != null) {
      out.println("Wrote " + plan.file());
    }
    out.println("Running stamp_revision <base> -> " + plan.base());
    FoundPredecessor found = plan.database().found();
    if (found != null) {
      out.println(
          "%s.%s is as it was; from now on the database belongs to these revisions."
              .formatted(found.schema(), found.table()));
    }
    if (plan.file() != null && schema == null) {
      out.println("The base is empty, so a new database gets nothing from it. To fill it:");
      out.println("  " + PgDump.commandLine(plan.database(), "schema.sql"));
      out.println("  java -jar app.jar migrations adopt --schema schema.sql --dry-run");
      out.println("and put what that prints in the place of the file.");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException ex) {
      throw new MigrationsException(
          "The file %s cannot be read as UTF-8: %s".formatted(file, ex),
          "Give the file that pg_dump --schema-only wrote in its plain format.",
          ex);
    }
  }
}
