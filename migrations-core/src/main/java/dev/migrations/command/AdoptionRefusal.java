package dev.migrations.command;

import dev.migrations.engine.ExistingDatabase;
import dev.migrations.engine.FoundPredecessor;
import dev.migrations.engine.PassedOverTable;
import dev.migrations.error.MigrationsException;
import dev.migrations.script.Predecessor;
import dev.migrations.script.PredecessorTool;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.util.stream.Collectors;
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
        "Revision %s stands for %s, and the database %s."
            .formatted(base.node().id(), adopts.inWords(), position(adopts, database)),
        action(base, adopts, database));
  }

  private static String position(Predecessor adopts, ExistingDatabase database) {
    FoundPredecessor found = database.found();
    if (found == null) {
      String none = "has no table of " + adopts.tool().displayName();
      return database.passedOver().isEmpty()
          ? none
          : none
              + ", but "
              + database.passedOver().stream()
                  .map(PassedOverTable::toString)
                  .collect(Collectors.joining(" and "));
    }
    Predecessor told = found.predecessor();
    if (told == null) {
      return "is at no position: %s.%s has no row that tells one"
          .formatted(found.schema(), found.table());
    }
    return found.details().isEmpty()
        ? "is at " + told
        : "is at %s, %s".formatted(told, String.join(", ", found.details()));
  }

  private static String action(RevisionScript base, Predecessor adopts, ExistingDatabase database) {
    String stamp = "if it has all that the revision stands for, say so: stamp " + base.node().id();
    String tool = adopts.tool().displayName();
    FoundPredecessor found = database.found();
    if (found != null) {
      return found.predecessor() == null
          ? "If it is to be made anew, drop that table and run upgrade; %s.".formatted(stamp)
          : "Bring it to that position with %s first; or, %s.".formatted(tool, stamp);
    }
    boolean kept = database.passedOver().stream().anyMatch(PassedOverTable::filled);
    if (database.isEmpty() && !kept) {
      return "It holds nothing else: run upgrade, which makes the schema.";
    }
    return database.passedOver().isEmpty()
        ? "If the table of %s has another name, give it with --table; %s.".formatted(tool, stamp)
        : "Look at what it holds; %s.".formatted(stamp);
  }

  static MigrationsException asksForAnotherTool(RevisionScript base, Predecessor adopts) {
    return new MigrationsException(
        "Revision %s stands for %s, and another tool was asked for."
            .formatted(base.node().id(), adopts.inWords()),
        "Leave --from out: the base says whose table counts.");
  }

  static MigrationsException moved(ExistingDatabase then, ExistingDatabase now) {
    return new MigrationsException(
        "Nothing was adopted: the database has moved meanwhile, from %s to %s."
            .formatted(then.predecessor().inWords(), now.predecessor().inWords()),
        "Run the command again to see what it does now.");
  }
}
