package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.script.Predecessor;
import dev.migrations.script.PredecessorTool;

/**
 * Nothing was run, since another tool has kept this database so far: its objects are there already.
 *
 * @since 0.1.0
 */
public final class NotAdoptedException extends MigrationsException {

  private static final long serialVersionUID = 1L;

  private final String base;

  private NotAdoptedException(String base, String description, String action) {
    super(description, action);
    this.base = base;
  }

  static NotAdoptedException at(String base, Predecessor adopts, PredecessorTable table) {
    boolean adoptable =
        adopts.tool() == table.tool() || adopts.tool() == PredecessorTool.UNVERSIONED;
    String sure = "if it has all that the revision stands for, say so: stamp " + base;
    return new NotAdoptedException(
        base,
        "No revision is applied here, but there is the table %s of %s; revision %s stands for %s."
            .formatted(table, table.tool().displayName(), base, adopts.inWords()),
        (adoptable
                    ? "Run the command adopt first: it marks that revision as applied when the database"
                        + " is at that position; or, %s."
                    : "Another tool than the revision stands for has kept this database, so look at"
                        + " what it holds; %s.")
                .formatted(sure)
            + " Where the schema shall be made anew, drop that table.");
  }

  /** The id of the base that stands for what the other tool made. */
  public String base() {
    return base;
  }
}
