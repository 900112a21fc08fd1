package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Deletes rows by their key, which takes back a {@link BulkInsert}.
 *
 * @param table the table
 * @param key one or more columns
 * @param rows the key of each row; constants that are not null
 * @since 0.1.0
 */
public record DeleteRows(QualifiedName table, List<String> key, List<List<SqlValue>> rows)
    implements Operation {

  private static final int ROWS_PER_STATEMENT = 1000;

  /**
   * Checks the keys.
   *
   * @throws MigrationsException when there is no key column, or a value is null or no constant
   */
  public DeleteRows {
    key = Columns.atLeastOne(key, "key");
    rows = rows.stream().map(List::copyOf).toList();
    boolean findable =
        rows.stream()
            .flatMap(List::stream)
            .allMatch(value -> value.constant() && !value.equals(SqlValue.of(null)));
    if (!findable) {
      throw new MigrationsException(
          "A row of %s cannot be found by its key (%s).".formatted(table, String.join(", ", key)),
          "Use columns as the key that hold a constant in every row.");
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
      units.sql(
          rows.subList(from, Math.min(from + ROWS_PER_STATEMENT, rows.size())).stream()
              .map(BulkInsert::tuple)
              .collect(
                  Collectors.joining(
                      ", ",
                      "DELETE FROM " + table.sql() + " WHERE " + Columns.list(key) + " IN (",
                      ")")));
    }
  }

  @Override
  public Reversal reversal() {
    return Reversal.impossible("the deleted rows are not known beyond their key");
  }

  @Override
  public String summary() {
    return "delete " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " of " + table;
  }
}
