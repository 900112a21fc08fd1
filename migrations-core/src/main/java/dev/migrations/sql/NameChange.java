package dev.migrations.sql;

import java.util.List;
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

  /** A constraint of a table is gone. */
  record ConstraintDropped(RelationName table, String constraint) implements NameChange {}

  /** A column of a table is gone. */
  record ColumnDropped(RelationName table, String column) implements NameChange {}

  /** A column or constraint of a table has a new name. */
  record PartRenamed(RelationName table, String from, String to) implements NameChange {}

  /**
   * There is a new foreign key from a table to another.
   *
   * @param constraint its name; {@code null} when the statement leaves it to the server
   * @param columns its columns
   * @param referencedColumns the columns that it refers to; empty for those of the primary key
   */
  record ForeignKey(
      RelationName table,
      @Nullable String constraint,
      List<String> columns,
      RelationName referenced,
      List<String> referencedColumns)
      implements NameChange {

    public ForeignKey {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
    }
  }

  /**
   * A table is a partition of another from now on.
   *
   * @param isDefault whether it takes the rows that no other takes
   */
  record Partition(RelationName partition, RelationName parent, boolean isDefault)
      implements NameChange {}

  /** There is a view with a query of this statement. */
  record View(RelationName view) implements NameChange {}

  /** A table or view has a rule that does something when its rows are written. */
  record Rule(RelationName relation) implements NameChange {}

  /** There is a new function or procedure. */
  record Routine(RelationName routine) implements NameChange {}
}
