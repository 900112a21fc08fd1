package dev.migrations.sql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, view or index as the server keeps it: unquoted, folded and cut to 63 bytes.
 *
 * @param schema its schema, or {@code null} when a statement does not say it
 * @param name its name
 * @since 0.1.0
 */
public record RelationName(@Nullable String schema, String name) {

  /**
   * A name as SQL has it: {@code app.Total} is {@code total} in {@code app}, unless it is quoted.
   *
   * @return nothing when the text is not a name and that alone
   */
  public static Optional<RelationName> of(String sql) {
    SqlCursor at = new SqlCursor(sql);
    RelationName name = at.relation();
    return name != null && at.atEnd() ? Optional.of(name) : Optional.empty();
  }

  /** The name for a statement, quoted where it must be. */
  public String sql() {
    return SqlNames.quote(schema, name);
  }

  /** Another name in the same schema. */
  RelationName sibling(String other) {
    return new RelationName(schema, other);
  }
}
