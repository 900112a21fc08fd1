package dev.migrations.command;

import dev.migrations.engine.ExistingDatabase;
import dev.migrations.graph.RevisionNode;
import dev.migrations.script.Predecessor;
import dev.migrations.sql.SchemaDump;
import org.jspecify.annotations.Nullable;

/** Writes the file of a base revision that stands for a database that is there already. */
final class BaseText {

  private BaseText() {}

  static String of(
      RevisionNode node,
      String message,
      Predecessor adopts,
      ExistingDatabase database,
      @Nullable SchemaDump dump) {
    return """
        %s
        -- adopts: %s

        %s

        -- upgrade
        %s
        -- irreversible: it stands for a schema that was there before
        """
        .formatted(
            HeaderText.sql(node, message),
            adopts,
            dump == null ? howToFill(database) : FILLED,
            dump == null ? "" : dump.script() + "\n");
  }

  private static final String FILLED =
      """
      -- New databases get the schema below. A database that had it before counts as having it once
      -- the command adopt has run there; what never ran there is not compared with this text.""";

  private static String howToFill(ExistingDatabase database) {
    return """
        -- A database that had the schema before counts as having it once the command adopt has run
        -- there. The upgrade below is empty, so a new database gets nothing. To fill it, run
        --   %s
        --   java -jar app.jar migrations adopt --schema schema.sql --dry-run
        -- and put what the second one prints in the place of this file. Databases that adopted it do
        -- not mind: what never ran there is not compared with this text."""
        .formatted(PgDump.commandLine(database, "schema.sql").replaceAll("\\R", " "));
  }
}
