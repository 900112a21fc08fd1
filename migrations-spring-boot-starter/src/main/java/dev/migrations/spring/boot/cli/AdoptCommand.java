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
import dev.migrations.sql.SqlTextException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      converter = ToolNames.class,
      completionCandidates = ToolNames.class,
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

  @Mixin private final YesOption yes = new YesOption();
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
    AdoptionPlan plan = plan(adoption, migrations);
    refuseIgnoredOptions(plan);
    PrintWriter findings = dryRun || format.isJson() ? terminal.err() : terminal.out();
    findings.println("Found in " + DatabaseAddress.of(migrations.dataSource()) + ":");
    AdoptionText.lines(plan.database(), reason(plan)).forEach(findings::println);
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
      if (!adoption.adopt(plan)) {
        // Another instance was faster, and has perhaps gone on since.
        plan = plan(adoption, migrations);
      }
    }
    if (format.isJson()) {
      FormatOption.print(terminal, AdoptionText.json(plan));
    } else {
      report(plan, terminal);
    }
    return ExitStatus.DONE;
  }

  private AdoptionPlan plan(Adoption adoption, Migrations migrations) {
    String dump = schema == null ? null : DumpFile.read(schema);
    try {
      return adoption.plan(
          new AdoptionRequest(from, table, message, id, dump),
          () -> project.authoring(migrations, session()));
    } catch (SqlTextException ex) {
      throw schema == null ? ex : DumpFile.refused(schema, ex);
    }
  }

  /** What is about a base that is yet to be written. */
  private void refuseIgnoredOptions(AdoptionPlan plan) {
    if (plan.step() == Step.WRITE_AND_STAMP) {
      return;
    }
    List<String> advice = new ArrayList<>();
    if (id != null || message != null) {
      advice.add("Leave --rev-id and --message out: they name a base that is to be written.");
    }
    if (schema != null && !dryRun) {
      advice.add("Add --dry-run to --schema: that prints the filled base, and changes nothing.");
    }
    if (!advice.isEmpty()) {
      throw new MigrationsException(
          "Nothing was done: the application has its base, revision %s, already."
              .formatted(plan.base()),
          String.join(" ", advice));
    }
  }

  /** Why the tables of other tools do not count. */
  private String reason(AdoptionPlan plan) {
    if (from != null) {
      return "since '%s' was asked for".formatted(from.code());
    }
    return table == null
        ? "since the base stands for " + plan.adopts().inWords()
        : "since another table was named";
  }

  private void agree(AdoptionPlan plan, Terminal terminal) {
    if (!yes.isGiven()) {
      terminal.err().println(intention(plan));
      YesOption.ask(terminal, "Adopt it?", "Nothing was adopted", "adopt the database");
    }
  }

  private static String intention(AdoptionPlan plan) {
    return switch (plan.step()) {
      case WRITE_AND_STAMP ->
          "This writes the base revision %s for %s as %s, and marks it as applied."
              .formatted(plan.base(), plan.adopts().inWords(), plan.file());
      case STAMP ->
          "This marks revision %s, which stands for %s, as applied."
              .formatted(plan.base(), plan.adopts().inWords());
      case NOTHING -> adoptedAlready(plan);
    };
  }

  private static String adoptedAlready(AdoptionPlan plan) {
    String already =
        "The database is at %s; it is adopted already."
            .formatted(RunLog.rows(plan.database().rows()));
    FoundPredecessor found = plan.database().found();
    if (found == null
        || found.predecessor() == null
        || plan.adopts().isAtSamePositionAs(found.predecessor())) {
      return already;
    }
    String tool = found.tool().displayName();
    return "%s%n%s has moved on since: it is at %s, and the base stands for %s. What it did there is in no revision; let %s run here no more."
        .formatted(already, tool, found.predecessor(), plan.adopts(), tool);
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
}
