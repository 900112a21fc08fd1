package dev.migrations.maven;

import dev.migrations.maven.bridge.NewFiles;
import java.io.File;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Starts on a database that is there already, after asking on the terminal: writes a base revision
 * that stands for what another tool or nobody kept so far, and marks it as applied.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "adopt",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class AdoptMojo extends AbstractDatabaseMojo {

  /** alembic, flyway, liquibase or unversioned; the tool that has a table unless given. */
  @Parameter(property = "from")
  @Nullable String from;

  /** That tool's table, if it has another name or is not on the search path. */
  @Parameter(property = "table")
  @Nullable String table;

  /** What pg_dump --schema-only wrote; it becomes the upgrade of the base. */
  @Parameter(property = "schema")
  @Nullable File schema;

  /** What the base is called, in one line. */
  @Parameter(property = "message")
  @Nullable String message;

  /** The id; twelve random hex digits unless it is given. */
  @Parameter(property = "revId")
  @Nullable String revId;

  /** A date in front of file names, such as {@code yyyyMMdd}; none unless it is given. */
  @Parameter(property = "migrations.datePattern")
  @Nullable String datePattern;

  /** Show what was found and the text of the base, and do nothing. */
  @Parameter(property = "dryRun")
  boolean dryRun;

  /** Do not ask. Needed where there is no terminal, and in batch mode. */
  @Parameter(property = "yes")
  boolean yes;

  /** How to answer: text or json. */
  @Parameter(property = "format", defaultValue = "text")
  String format = "text";

  @Override
  void check() throws MojoFailureException {
    onlyOneProject();
  }

  @Override
  NewFiles newFiles() {
    return new NewFiles(super.newFiles().templates(), datePattern);
  }

  @Override
  Words words() {
    return new Words("adopt")
        .option("--from", from)
        .option("--table", table)
        .option("--schema", schema)
        .option("--message", message)
        .option("--rev-id", revId)
        .flag("--dry-run", dryRun)
        .flag("--yes", yes)
        .option("--format", format);
  }
}
