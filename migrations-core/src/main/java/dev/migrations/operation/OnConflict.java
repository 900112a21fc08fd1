package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What becomes of a row whose key is there already.
 *
 * @param columns the columns of the unique index that it collides with; none for any
 * @param updated the columns that take the new values; none where the row is left as it is
 * @see <a href="https://www.postgresql.org/docs/current/sql-insert.html">PostgreSQL: INSERT, ON
 *     CONFLICT</a>
 * @since 0.1.0
 */
public record OnConflict(List<String> columns, List<String> updated) {

  public OnConflict {
    columns = List.copyOf(columns);
    updated = List.copyOf(updated);
  }

  String clause() {
    return "\nON CONFLICT "
        + (columns.isEmpty() ? "" : Columns.list(columns) + " ")
        + (updated.isEmpty()
            ? "DO NOTHING"
            : updated.stream()
                .map(SqlNames::quote)
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", ", "DO UPDATE SET ", "")));
  }
}
