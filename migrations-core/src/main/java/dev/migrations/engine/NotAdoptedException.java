package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.script.Predecessor;

/**
 * Nothing was run, since another tool has kept this database so far: its objects are there already.
 *
 * @since 0.1.0
 */
public final class NotAdoptedException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final String base;

  NotAdoptedException(String base, Predecessor adopts, String table) {
    super(
        "No revision is applied here, but there is the table %s of %s; revision %s stands for what it made (%s)."
            .formatted(table, adopts.tool().displayName(), base, adopts),
        "Run the command adopt first: it marks that revision as applied when the database is at that"
            + " position. Where the schema shall be made anew, drop that table.");
    this.base = base;
  }

  /** The id of the base that stands for what the other tool made. */
  public String base() {
    return base;
  }
}
