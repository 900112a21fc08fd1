package dev.migrations.maven;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that runs revisions. */
abstract class AbstractRunMojo extends AbstractDatabaseMojo {

  /** Write the SQL script instead of running it. The database is not asked. */
  @Parameter(property = "sql")
  boolean sql;

  /** The oldest server that is to run the script of {@code sql}; 14 unless it is given. */
  @Parameter(property = "serverVersion")
  @Nullable Integer serverVersion;

  /** Show what would be done to this database, with its SQL, and do nothing. */
  @Parameter(property = "dryRun")
  boolean dryRun;

  final Words options(Words words) {
    return words
        .flag("--sql", sql)
        .option("--server-version", serverVersion)
        .flag("--dry-run", dryRun);
  }

  @Override
  final boolean asksDatabase() {
    return !sql;
  }
}
