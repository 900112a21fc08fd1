package dev.migrations.spring.boot.cli;

import picocli.CommandLine.Option;

/** What {@code upgrade} and {@code downgrade} have in common. */
final class RunOptions {

  @Option(
      names = "--sql",
      description = "Write the SQL script instead of running it. The database is not asked.")
  boolean sql;

  @Option(
      names = "--server-version",
      paramLabel = "MAJOR",
      description = "The oldest server that is to run the script of --sql; 14 unless given.")
  int serverVersion = 14;

  @Option(
      names = "--dry-run",
      description =
          "Show what would be done to this database, with its SQL and locks, and do nothing.")
  boolean dryRun;

  void check() {
    if (sql && dryRun) {
      throw new UsageException(
          "Either --sql, which asks no database, or --dry-run, which asks this one");
    }
  }
}
