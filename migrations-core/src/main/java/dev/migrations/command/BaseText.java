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
      -- New databases get the schema below. Where it was there before, the command adopt marks this
      -- revision as applied, and its text is not compared any more.""";

  private static String howToFill(ExistingDatabase database) {
    return """
        -- Where the schema was there before, the command adopt marks this revision as applied. The
        -- upgrade is empty, so that a new database gets nothing. This writes the schema into a file
        --   %s
        -- and this prints this file with it, to be put in its place:
        --   java -jar app.jar migrations adopt --schema schema.sql --dry-run
        -- Databases that have adopted it do not notice: what never ran there is not compared."""
        .formatted(PgDump.commandLine(database, "schema.sql").replaceAll("\\R", " "));
  }
}
