package dev.migrations.operation;

import dev.migrations.sql.SqlNames;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A change of the rows of a table that can be cut into batches.
 *
 * @param table the table whose rows are walked through
 * @param kind what happens to them
 * @param target the table that is inserted into; {@code null} unless rows are inserted
 * @param values the columns that are set or inserted, with their values; none for a deletion
 * @param where which rows, as SQL, or {@code null} for all
 * @param onConflictDoNothing whether a row that is there already is left as it is
 * @param key the columns that the batches follow; none for the primary key
 * @since 0.1.0
 */
public record BatchedChange(
    QualifiedName table,
    Kind kind,
    @Nullable QualifiedName target,
    List<Value> values,
    @Nullable String where,
    boolean onConflictDoNothing,
    List<String> key) {

  /** What happens to the rows. */
  public enum Kind {
    /** They are updated in place. */
    UPDATE,
    /** They are deleted. */
    DELETE,
    /** Rows are made from them and inserted into another table. */
    INSERT
  }

  /**
   * A column and its value.
   *
   * @param column the column, unquoted
   * @param expression the value, as SQL over the columns of the table
   */
  public record Value(String column, String expression) {}

  public BatchedChange {
    values = List.copyOf(values);
    key = List.copyOf(key);
  }

  /** The change of all rows in one statement. */
  public String statement() {
    return statement(null);
  }

  /** The change of those rows for which the condition holds as well, as SQL. */
  public String statement(@Nullable String condition) {
    String head =
        switch (kind) {
          case UPDATE -> "UPDATE " + table.sql() + " SET " + assignments();
          case DELETE -> "DELETE FROM " + table.sql();
          case INSERT -> insertion();
        };
    return head + condition(condition) + (onConflictDoNothing ? " ON CONFLICT DO NOTHING" : "");
  }

  /** What is written ends with its line, since it may end with a comment. */
  private String condition(@Nullable String condition) {
    String own = where == null ? "" : "(" + where + "\n)";
    if (condition == null) {
      return where == null ? "" : " WHERE " + own;
    }
    return " WHERE " + condition + (where == null ? "" : " AND " + own);
  }

  private String assignments() {
    return values.stream()
        .map(value -> SqlNames.quote(value.column()) + " = (" + value.expression() + "\n)")
        .collect(Collectors.joining(", "));
  }

  private String insertion() {
    return "INSERT INTO %s %s SELECT %s FROM %s"
        .formatted(
            target == null ? table.sql() : target.sql(),
            Columns.list(values.stream().map(Value::column).toList()),
            values.stream()
                .map(value -> "(" + value.expression() + "\n)")
                .collect(Collectors.joining(", ")),
            table.sql());
  }

  /** What one reads of it in a log or a plan: {@code update orders in batches}. */
  public String summary() {
    return switch (kind) {
      case UPDATE -> "update " + table + " in batches";
      case DELETE -> "delete rows of " + table + " in batches";
      case INSERT -> "insert into " + target + " from " + table + " in batches";
    };
  }
}
