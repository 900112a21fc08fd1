package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;

/**
 * What a trigger fires on.
 *
 * @param kind the kind of statement
 * @param columns for {@code UPDATE}, the columns one of which the statement must set; none for any
 * @since 0.1.0
 */
public record TriggerEvent(Kind kind, List<String> columns) {

  /** The kinds of statements. */
  public enum Kind {
    /** Rows are inserted. */
    INSERT,
    /** Rows are updated. */
    UPDATE,
    /** Rows are deleted. */
    DELETE,
    /** The table is emptied. */
    TRUNCATE
  }

  /**
   * Checks the event.
   *
   * @throws MigrationsException when columns are given for another kind than {@code UPDATE}
   */
  public TriggerEvent {
    columns = List.copyOf(columns);
    if (kind != Kind.UPDATE && !columns.isEmpty()) {
      throw new MigrationsException(
          "A trigger on " + kind + " names columns.", "Name columns for an update only.");
    }
  }

  String sql() {
    return columns.isEmpty() ? kind.name() : kind + " OF " + Columns.names(columns);
  }
}
