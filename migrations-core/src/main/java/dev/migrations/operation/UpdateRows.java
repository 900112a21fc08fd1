package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sets columns of rows, in one statement: for a few rows. Takes {@code ROW EXCLUSIVE} on the table,
 * which stops neither reads nor writes of other rows; the rows themselves are locked until the
 * transaction ends.
 *
 * @param table the table
 * @param set one or more columns with their new values
 * @param where columns with the values by which the rows are found
 * @param condition what else must hold for them, as SQL, or {@code null}
 * @param former the columns with the values that they had before, as far as known
 * @see <a href="https://www.postgresql.org/docs/current/sql-update.html">PostgreSQL: UPDATE</a>
 * @since 0.1.0
 */
public record UpdateRows(
    QualifiedName table,
    List<ColumnAssignment> set,
    List<ColumnAssignment> where,
    @Nullable String condition,
    List<ColumnAssignment> former)
    implements Operation {

  /**
   * Checks the update.
   *
   * @throws MigrationsException when nothing is set
   */
  public UpdateRows {
    set = List.copyOf(set);
    where = List.copyOf(where);
    former = List.copyOf(former);
    if (set.isEmpty()) {
      throw new MigrationsException(
          "The update of " + table + " sets no column.", "Call set(…) or setExpression(…).");
    }
  }

  /** Starts an update. */
  public static Builder builder(QualifiedName table) {
    return new Builder(table);
  }

  /** What is set, and in which rows, must be said. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private final List<ColumnAssignment> set = new ArrayList<>();
    private final List<ColumnAssignment> where = new ArrayList<>();
    private @Nullable String condition;
    private boolean everyRow;
    private final List<ColumnAssignment> former = new ArrayList<>();

    private Builder(QualifiedName table) {
      this.table = table;
    }

    /** Sets a column; the value as {@link SqlValue#of} takes it. */
    public Builder set(String column, @Nullable Object value) {
      set.add(new ColumnAssignment(column, SqlValue.of(value)));
      return this;
    }

    /** Sets a column to an expression, as SQL: {@code upper(name)}. */
    public Builder setExpression(String column, String expression) {
      return set(column, SqlValue.expression("(" + expression + ")"));
    }

    /** In the rows that have this value, or null, in the column; several must all hold. */
    public Builder where(String column, @Nullable Object value) {
      where.add(new ColumnAssignment(column, SqlValue.of(value)));
      return this;
    }

    /** In the rows for which this holds, as SQL. */
    public Builder whereExpression(String expression) {
      this.condition = expression;
      return this;
    }

    /** In every row. */
    public Builder everyRow() {
      this.everyRow = true;
      return this;
    }

    /** What a column had in these rows before; with all that are set, the update can be undone. */
    public Builder from(String column, @Nullable Object value) {
      former.add(new ColumnAssignment(column, SqlValue.of(value)));
      return this;
    }

    @Override
    public UpdateRows build() {
      if (everyRow == (condition != null || !where.isEmpty())) {
        throw new MigrationsException(
            "The update of %s says %s."
                .formatted(table, everyRow ? "every row and which ones" : "nothing of its rows"),
            "Call where(…) or whereExpression(…), or else everyRow().");
      }
      return new UpdateRows(table, set, where, condition, former);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    String conditions =
        Stream.concat(
                where.stream().map(ColumnAssignment::comparison),
                Optional.ofNullable(condition).map(sql -> "(" + sql + ")").stream())
            .collect(Collectors.joining(" AND "));
    units.sql(
        "UPDATE "
            + table.sql()
            + " SET "
            + set.stream().map(ColumnAssignment::assignment).collect(Collectors.joining(", "))
            + (conditions.isEmpty() ? "" : " WHERE " + conditions));
  }

  @Override
  public Reversal reversal() {
    if (!columns(former).equals(columns(set))) {
      return Reversal.impossible("the values before are not known; give them with from(…)");
    }
    if (where.stream().map(ColumnAssignment::column).anyMatch(columns(set)::contains)) {
      return Reversal.impossible(
          "the rows cannot be found again, since a column of their condition is set");
    }
    return Reversal.by(new UpdateRows(table, former, where, condition, set));
  }

  private static Set<String> columns(List<ColumnAssignment> assignments) {
    return assignments.stream().map(ColumnAssignment::column).collect(Collectors.toSet());
  }

  @Override
  public String summary() {
    return "update rows of " + table;
  }
}
