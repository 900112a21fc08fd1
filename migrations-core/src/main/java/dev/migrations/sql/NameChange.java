package dev.migrations.sql;

import org.jspecify.annotations.Nullable;

/**
 * What a statement does to a name.
 *
 * @since 0.1.0
 */
public sealed interface NameChange {

  /**
   * There is a new table or view, which nobody uses before the transaction ends.
   *
   * @param relation its name
   * @param certain false when it may have been there before: {@code IF NOT EXISTS}
   */
  record Created(RelationName relation, boolean certain) implements NameChange {}

  /** A table is gone; what takes its name afterwards is not known to be new. */
  record Dropped(RelationName relation) implements NameChange {}

  /** A table or view has a new name or schema. */
  record Renamed(RelationName from, RelationName to) implements NameChange {}

  /** There is a new index on a table. */
  record Indexed(RelationName index, RelationName table) implements NameChange {}

  /**
   * There is a new foreign key from a table to another.
   *
   * @param constraint its name; {@code null} when the statement does not give it one, or only one
   *     in the definition of a table
   */
  record ForeignKey(RelationName table, @Nullable String constraint, RelationName referenced)
      implements NameChange {}

  /** There is a new function or procedure. */
  record Routine(RelationName routine) implements NameChange {}
}
