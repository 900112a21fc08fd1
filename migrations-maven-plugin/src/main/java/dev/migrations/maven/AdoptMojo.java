package dev.migrations.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Starts on a database that Alembic, Flyway, Liquibase or nobody has kept so far: {@code mvn
 * migrations:adopt -Dschema=schema.sql}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "adopt",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class AdoptMojo extends AbstractDatabaseMojo {

  /** alembic, flyway, liquibase or unversioned; who has a table unless it is given. */
  @Parameter(property = "from")
  @Nullable String from;

  /** That tool's table, if it has another name or is not on the search path. */
  @Parameter(property = "table")
  @Nullable String table;

  /** What pg_dump --schema-only wrote, which becomes the upgrade of the base. */
  @Parameter(property = "schema")
  @Nullable File schema;

  /** What the base is called, in one line. */
  @Parameter(property = "message")
  @Nullable String message;

  /** Its id; twelve random hex digits unless it is given. */
  @Parameter(property = "revId")
  @Nullable String revId;

  /** Show what was found and the text of the base, and do nothing. */
  @Parameter(property = "dryRun")
  boolean dryRun;

  /** Do not ask. Needed where there is no terminal. */
  @Parameter(property = "yes")
  boolean yes;

  /** Either {@code text} or {@code json}. */
  @Parameter(property = "format")
  @Nullable String format;

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
