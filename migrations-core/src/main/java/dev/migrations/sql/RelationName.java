package dev.migrations.sql;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table, view or index as the server keeps it: unquoted, folded and cut to 63 bytes.
 *
 * @param schema its schema, or {@code null} when a statement does not say it
 * @param name its name
 * @since 0.1.0
 */
public record RelationName(@Nullable String schema, String name) {

  /** The name for a statement, quoted where it must be. */
  public String sql() {
    return SqlNames.quote(schema, name);
  }

  /** Another name in the same schema. */
  RelationName sibling(String other) {
    return new RelationName(schema, other);
  }
}
