package dev.migrations.spring.boot.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code upgrade} and {@code downgrade} have in common. */
final class RunOptions {

  private static final int OLDEST_SERVER = 14;

  @Option(
      names = "--sql",
      description = "Write the SQL script instead of running it. The database is not asked.")
  boolean sql;

  @Option(
      names = "--server-version",
      paramLabel = "MAJOR",
      description = "The oldest server that is to run the script of --sql; 14 unless given.")
  private @Nullable Integer serverVersion;

  @Option(
      names = "--dry-run",
      description =
          "Show what would be done to this database, with its SQL and locks, and do nothing.")
  boolean dryRun;

  int serverVersion() {
    return serverVersion == null ? OLDEST_SERVER : serverVersion;
  }

  void check() {
    if (serverVersion != null && !sql) {
      throw new UsageException("--server-version goes with --sql; a run asks the server itself");
    }
    if (serverVersion() < OLDEST_SERVER) {
      throw new UsageException(
          "--server-version is a major version of PostgreSQL, %d or later, not %d"
              .formatted(OLDEST_SERVER, serverVersion()));
    }
    if (sql && dryRun) {
      throw new UsageException(
          "Either --sql, which asks no database, or --dry-run, which asks this one");
    }
  }
}
