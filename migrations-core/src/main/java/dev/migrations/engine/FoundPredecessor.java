package dev.migrations.engine;

import dev.migrations.script.Predecessor;
import dev.migrations.script.PredecessorTool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of another tool, and what it says.
 *
 * @param tool the tool
 * @param schema the schema of its table
 * @param table the name of its table
 * @param predecessor where it has brought the database; {@code null} when the table has no row that
 *     says so
 * @param details more about it, a line each
 * @since 0.1.0
 */
public record FoundPredecessor(
    PredecessorTool tool,
    String schema,
    String table,
    @Nullable Predecessor predecessor,
    List<String> details) {

  public FoundPredecessor {
    details = List.copyOf(details);
  }
}
