package dev.migrations.spring.boot.cli;

import dev.migrations.command.Commands;
import dev.migrations.command.Current;
import dev.migrations.command.CurrentRevision;
import dev.migrations.engine.DatabaseStanding;
import dev.migrations.engine.HistoryEntry;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsStatus;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "current", description = "Shows where the database stands.")
final class CurrentCommand extends EngineCommand {

  @Option(
      names = {"-c", "--check-heads"},
      description = "End with exit status 1 unless the database is at all heads.")
  private boolean checkHeads;

  @Mixin private final VerboseOption verbose = new VerboseOption();
  @Mixin private final FormatOption format = new FormatOption();

  CurrentCommand(Session session) {
    super(session);
  }

  @Override
  int run(Migrations migrations, Terminal terminal) {
    Current current = new Commands(migrations).current(verbose.verbose);
    if (format.isJson()) {
      FormatOption.print(terminal, json(current));
    } else {
      print(current, migrations, terminal);
    }
    if (checkHeads && !current.isAtHead()) {
      terminal.err().println("The database is not at all heads; 'check' tells why.");
      return ExitStatus.CHECK_FAILED;
    }
    return ExitStatus.DONE;
  }

  private void print(Current current, Migrations migrations, Terminal terminal) {
    RevisionText text = new RevisionText(terminal);
    if (verbose.verbose) {
      terminal
          .out()
          .println("Current revision(s) for " + DatabaseAddress.of(migrations.dataSource()) + ":");
    }
    for (CurrentRevision row : current.rows()) {
      if (row.revision() == null) {
        terminal.out().println(text.id(row.id()) + " (unknown to this application)");
      } else if (verbose.verbose) {
        text.details(row.revision()).forEach(terminal.out()::println);
      } else {
        terminal.out().println(text.line(row.revision()) + replaced(row));
      }
      if (row.applied() != null) {
        terminal.out().println("    " + applied(row.applied()));
      }
    }
    if (current.rows().isEmpty()) {
      terminal.err().println("No revision is applied.");
    }
    if (current.status().standing() == DatabaseStanding.HALF_DONE) {
      terminal.err().println(current.status().description());
    }
  }

  /** The end of a range stands for the revision that replaces the range. */
  private static String replaced(CurrentRevision row) {
    return row.revision() == null || row.revision().id().equals(row.id())
        ? ""
        : ", applied as " + row.id();
  }

  private static String applied(HistoryEntry entry) {
    StringBuilder text = new StringBuilder();
    text.append(entry.event().name().toLowerCase(Locale.ROOT));
    text.append(" at ").append(entry.startedAt());
    text.append(" by ").append(entry.databaseUser());
    if (entry.host() != null) {
      text.append(" on ").append(entry.host());
    }
    if (entry.application() != null) {
      text.append(" with ").append(entry.application());
      if (entry.applicationVersion() != null) {
        text.append(' ').append(entry.applicationVersion());
      }
    }
    return text.toString();
  }

  private static Map<String, ?> json(Current current) {
    MigrationsStatus status = current.status();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("current", current.rows().stream().map(CurrentCommand::json).toList());
    json.put("heads", status.heads());
    json.put("pending", status.pending());
    json.put("unknown", status.unknown());
    json.put("underWay", status.underWay().stream().map(RevisionJson::of).toList());
    json.put("atHead", current.isAtHead());
    json.put("state", status.standing().name());
    return json;
  }

  private static Map<String, ?> json(CurrentRevision row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", row.id());
    json.put("revision", row.revision() == null ? null : RevisionJson.of(row.revision()));
    if (row.applied() != null) {
      json.put("applied", RevisionJson.of(row.applied()));
    }
    return json;
  }
}
