package dev.migrations.engine;

import dev.migrations.script.PredecessorTool;

/**
 * The table of a tool that was not asked for.
 *
 * @param tool whose it is
 * @param schema the schema of the table
 * @param table the name of the table
 * @param filled whether it has rows; also where the user may not read it
 * @since 0.1.0
 */
public record PassedOverTable(PredecessorTool tool, String schema, String table, boolean filled) {

  /** As in a message: {@code the table public.databasechangelog of Liquibase}. */
  @Override
  public String toString() {
    return "the %stable %s.%s of %s"
        .formatted(filled ? "" : "empty ", schema, table, tool.displayName());
  }
}
