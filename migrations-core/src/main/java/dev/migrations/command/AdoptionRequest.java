package dev.migrations.command;

import dev.migrations.script.PredecessorTool;
import org.jspecify.annotations.Nullable;

/**
 * How to adopt a database.
 *
 * @param from the tool that has kept it; {@code null} for whoever has a table there
 * @param table the name of that tool's table, if it is another than usual
 * @param message what the base revision is called, in one line; {@code null} for a fitting text
 * @param id the id of the base revision; {@code null} for twelve random hex digits
 * @param schemaDump what {@code pg_dump --schema-only} wrote, which becomes the upgrade of the
 *     base; {@code null} for an empty one
 * @since 0.1.0
 */
public record AdoptionRequest(
    @Nullable PredecessorTool from,
    @Nullable String table,
    @Nullable String message,
    @Nullable String id,
    @Nullable String schemaDump) {

  /** Whatever is found, with an empty base. */
  public static AdoptionRequest whateverIsThere() {
    return new AdoptionRequest(null, null, null, null, null);
  }

  /** The same with a dump of the schema. */
  public AdoptionRequest withSchemaDump(String dump) {
    return new AdoptionRequest(from, table, message, id, dump);
  }
}
