package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows by their key, a thousand to a statement; so a {@link BulkInsert} is taken back.
 * Takes {@code ROW EXCLUSIVE} on the table, which stops neither reads nor writes of other rows; the
 * rows themselves are locked until the transaction ends.
 *
 * @param table the table
 * @param key one or more columns
 * @param rows the key of each row; constants that are not null
 * @param definition how the rows are inserted again, or {@code null}
 * @see <a href="https://www.postgresql.org/docs/current/sql-delete.html">PostgreSQL: DELETE</a>
 * @since 0.1.0
 */
public record DeleteRows(
    QualifiedName table,
    List<String> key,
    List<List<SqlValue>> rows,
    @Nullable BulkInsert definition)
    implements Operation {

  private static final int ROWS_PER_STATEMENT = 1000;

  /**
   * Checks the keys.
   *
   * @throws MigrationsException when there is no key column, or a row has more or fewer values than
   *     there are, or one that is null or no constant
   */
  public DeleteRows {
    key = Columns.atLeastOne(key, "key");
    rows = rows.stream().map(List::copyOf).toList();
    int values = key.size();
    boolean findable =
        rows.stream().allMatch(row -> row.size() == values)
            && rows.stream()
                .flatMap(List::stream)
                .allMatch(value -> value.constant() && !value.equals(SqlValue.of(null)));
    if (!findable) {
      throw new MigrationsException(
          "A row of %s cannot be found by its key (%s).".formatted(table, String.join(", ", key)),
          "Use columns as the key that hold a constant in every row.");
    }
  }

  /** Starts a deletion. */
  public static Builder builder(QualifiedName table) {
    return new Builder(table);
  }

  /** Takes the keys of the rows. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private List<String> key = List.of();
    private final List<List<SqlValue>> rows = new ArrayList<>();
    private BulkInsert.@Nullable Builder definition;

    private Builder(QualifiedName table) {
      this.table = table;
    }

    /** The columns by which the rows are found. */
    public Builder key(String... columns) {
      this.key = List.of(columns);
      return this;
    }

    /** A row by its key; each value as {@link SqlValue#of} takes it. */
    public Builder row(Object... values) {
      rows.add(Arrays.stream(values).map(SqlValue::of).toList());
      return this;
    }

    /** How the rows are inserted again, so that deleting them can be undone. */
    public Builder definition(BulkInsert.Builder insert) {
      this.definition = insert;
      return this;
    }

    @Override
    public DeleteRows build() {
      return new DeleteRows(table, key, rows, definition == null ? null : definition.build());
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
    return definition == null
        ? Reversal.impossible(
            "the deleted rows are not known beyond their key; say how they are inserted again with"
                + " definition(…)")
        : Reversal.by(definition);
  }

  @Override
  public String summary() {
    return "delete " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " of " + table;
  }
}
