package dev.migrations.command;

import dev.migrations.engine.ExistingDatabase;
import dev.migrations.engine.FoundPredecessor;
import dev.migrations.error.MigrationsException;
import dev.migrations.script.Predecessor;
import dev.migrations.script.PredecessorTool;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import org.jspecify.annotations.Nullable;

/** Why a database is not adopted. */
final class AdoptionRefusal {

  private AdoptionRefusal() {}

  static MigrationsException noBaseAdopts(RevisionScripts scripts) {
    return new MigrationsException(
        "The application has revisions, and none of them stands for a database of another tool: no"
            + " base has the header line 'adopts'.",
        "If this database has what a revision makes, say so: stamp %s. If a base stands for what another tool made, write '-- adopts: flyway 12' into its header."
            .formatted(scripts.graph().heads().get(0)));
  }

  static MigrationsException hasRevisions(ExistingDatabase database) {
    String rows = String.join(", ", database.rows());
    return new MigrationsException(
        "The database is at %s already, which is no base of this application that adopts it."
            .formatted(rows),
        "If that revision was just written, build the application again. Otherwise 'stamp --purge'"
            + " declares where the database stands.");
  }

  static MigrationsException noTable(PredecessorTool tool, ExistingDatabase database) {
    return new MigrationsException(
        "There is no table %s of %s in the schema %s or on the search path."
            .formatted(tool.table(), tool.displayName(), database.schema()),
        "Name it with --table, with its schema if need be.");
  }

  static MigrationsException noTable(String table, @Nullable PredecessorTool tool) {
    return new MigrationsException(
        "There is no table %s%s."
            .formatted(table, tool == null ? " of another tool" : " of " + tool.displayName()),
        "Name it with its schema, as in legacy.schema_version; the tools are known by the columns"
            + " of their tables.");
  }

  static MigrationsException empty(ExistingDatabase database) {
    return new MigrationsException(
        "The database is empty: there is nothing to adopt.",
        "Write a revision and run upgrade; adopt is for a schema that is there already.");
  }

  static MigrationsException elsewhere(
      RevisionScript base, Predecessor adopts, ExistingDatabase database) {
    return new MigrationsException(
        "Revision %s stands for %s, and the database is at %s."
            .formatted(base.node().id(), adopts, position(database)),
        action(base, adopts, database));
  }

  private static String position(ExistingDatabase database) {
    Predecessor told = database.predecessor();
    FoundPredecessor found = database.found();
    if (found == null) {
      return told + ": it has no table of another tool";
    }
    return found.predecessor() == null
        ? "no position: %s.%s has no row that tells one".formatted(found.schema(), found.table())
        : String.join(", ", told.toString(), String.join(", ", found.details()));
  }

  private static String action(RevisionScript base, Predecessor adopts, ExistingDatabase database) {
    String stamp = "if it has all that the revision stands for, say so: stamp " + base.node().id();
    if (adopts.tool() == PredecessorTool.UNVERSIONED) {
      return "Look at what it holds; " + stamp + ".";
    }
    String bring =
        "Bring it to that position with %s first; or, ".formatted(adopts.tool().displayName());
    if (database.found() == null) {
      return "If it is new, run upgrade. If the table has another name, give it with --table. "
          + bring
          + stamp
          + ".";
    }
    return bring
        + stamp
        + (database.found().predecessor() == null
            ? ". If it is to be made anew, drop that table and run upgrade."
            : ".");
  }

  static MigrationsException moved(ExistingDatabase then, ExistingDatabase now) {
    return new MigrationsException(
        "Nothing was adopted: the database has moved meanwhile, from %s to %s."
            .formatted(then.predecessor(), now.predecessor()),
        "Run the command again to see what it does now.");
  }
}
