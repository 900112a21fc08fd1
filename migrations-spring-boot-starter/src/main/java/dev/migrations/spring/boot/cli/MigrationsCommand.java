package dev.migrations.spring.boot.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all commands have in common. */
@Command(
    name = "migrations",
    description = "Runs, shows and checks the revisions of this application's schema.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "1:check found something",
      "2:the command line is wrong",
      "3:refused: nothing was done, because something speaks against it",
      "4:failed: it was tried, and the error says how far it came"
    },
    footerHeading = "%n",
    footer = {
      "A target is head, heads, base, an id, its first 4 characters or more, a",
      "branch label, label@head, +2, -1, label@+1, ae10+2 or ae10-1.",
      "Options with a dot in their name are Spring properties, such as",
      "--spring.profiles.active=prod."
    })
final class MigrationsCommand {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version of Migrations for Spring Boot.")
  boolean version;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  boolean stacktrace;

  @Option(
      names = "--engine",
      paramLabel = "BEAN",
      scope = ScopeType.INHERIT,
      description = "The engine, where the application has several.")
  @Nullable String engine;
}
