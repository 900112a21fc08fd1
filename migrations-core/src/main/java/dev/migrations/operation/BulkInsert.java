package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows, a thousand to a statement. Takes {@code ROW EXCLUSIVE} on the table, which stops
 * neither reads nor writes.
 *
 * @param table the table
 * @param columns the columns that are given
 * @param rows the rows, each with one value a column
 * @param key the columns by which the rows are found again when they are taken back; may be empty
 * @param overridingSystemValue whether values are given for {@code GENERATED ALWAYS} identities
 * @param onConflict what becomes of a row whose key is there already, or {@code null} for an error
 * @see <a href="https://www.postgresql.org/docs/current/sql-insert.html">PostgreSQL: INSERT</a>
 * @since 0.1.0
 */
public record BulkInsert(
    QualifiedName table,
    List<String> columns,
    List<List<SqlValue>> rows,
    List<String> key,
    boolean overridingSystemValue,
    @Nullable OnConflict onConflict)
    implements Operation {

  private static final int ROWS_PER_STATEMENT = 1000;

  /**
   * Checks the rows.
   *
   * @throws MigrationsException when there is no column, a row has more or fewer values than there
   *     are columns, or a key is not among the columns
   */
  public BulkInsert {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    key = List.copyOf(key);
    if (columns.isEmpty()) {
      throw new MigrationsException(
          "The insert into " + table + " names no column.",
          "Call columns(…) before row(…), or give the rows as maps.");
    }
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).size() != columns.size()) {
        throw new MigrationsException(
            "Row %d of the insert into %s has %d values for %d columns (%s)."
                .formatted(
                    row + 1,
                    table,
                    rows.get(row).size(),
                    columns.size(),
                    String.join(", ", columns)),
            "Give each row one value a column; null where there is none.");
      }
    }
    if (!columns.containsAll(key)) {
      throw new MigrationsException(
          "The key (%s) of the insert into %s is not among its columns (%s)."
              .formatted(String.join(", ", key), table, String.join(", ", columns)),
          "Use columns of the inserted rows as the key.");
    }
  }

  /** Starts an insert. */
  public static Builder builder(QualifiedName table) {
    return new Builder(table);
  }

  /** An insert, for {@link DeleteRows.Builder#definition}. */
  public static Builder insertInto(String table) {
    return new Builder(QualifiedName.parse(table));
  }

  /** Takes rows either by {@link #columns} and {@link #row}, or by {@link #rows} as maps. */
  public static final class Builder implements OperationBuilder {
    private final QualifiedName table;
    private List<String> columns = List.of();
    private final List<List<SqlValue>> rows = new ArrayList<>();
    private List<String> key = List.of();
    private boolean overridingSystemValue;
    private @Nullable List<String> conflict;
    private @Nullable List<String> updated;
    private boolean updatesOthers;

    private Builder(QualifiedName table) {
      this.table = table;
    }

    /** The columns that the following rows give, in this order. */
    public Builder columns(String... names) {
      this.columns = List.of(names);
      return this;
    }

    /** A row; each value as {@link SqlValue#of} takes it. */
    public Builder row(@Nullable Object... values) {
      rows.add(Arrays.stream(values).map(SqlValue::of).toList());
      return this;
    }

    /**
     * Rows by the names of their columns. The columns are all that any of the rows has; a row that
     * lacks one takes the column's default.
     */
    public Builder rows(List<? extends Map<String, ?>> maps) {
      // Not in the order of the maps, which Map.of changes with each start of the JVM: it would
      // change the checksum of the revision.
      Set<String> names = new TreeSet<>();
      maps.forEach(map -> names.addAll(map.keySet()));
      this.columns = List.copyOf(names);
      for (Map<String, ?> map : maps) {
        rows.add(
            names.stream()
                .map(
                    name ->
                        map.containsKey(name)
                            ? SqlValue.of(map.get(name))
                            : SqlValue.expression("DEFAULT"))
                .toList());
      }
      return this;
    }

    /** The columns by which the rows are found again, so that the insert can be undone. */
    public Builder key(String... names) {
      this.key = List.of(names);
      return this;
    }

    /** Values are given for identities that are {@code GENERATED ALWAYS}. */
    public Builder overridingSystemValue() {
      this.overridingSystemValue = true;
      return this;
    }

    /** A row that collides with any unique index is left out. */
    public Builder onConflictDoNothing() {
      return onConflict().doNothing();
    }

    /**
     * Which collisions are no error: those on the unique index over these columns; {@link
     * #doNothing} or {@link #doUpdate} says what becomes of the row.
     */
    public Builder onConflict(String... names) {
      this.conflict = List.of(names);
      return this;
    }

    /** A row that collides is left out. */
    public Builder doNothing() {
      this.updated = List.of();
      this.updatesOthers = false;
      return this;
    }

    /** The row that is there takes the new values of these columns; of all others, if none. */
    public Builder doUpdate(String... names) {
      this.updated = List.of(names);
      this.updatesOthers = names.length == 0;
      return this;
    }

    @Override
    public BulkInsert build() {
      return new BulkInsert(table, columns, rows, key, overridingSystemValue, conflictAction());
    }

    private @Nullable OnConflict conflictAction() {
      if (conflict == null && updated == null) {
        return null;
      }
      boolean updates = updatesOthers || (updated != null && !updated.isEmpty());
      if (conflict == null || updated == null || (conflict.isEmpty() && updates)) {
        throw new MigrationsException(
            "The insert into " + table + " does not say on which conflict it does what.",
            "Call onConflict(…) with columns, then doNothing() or doUpdate(…).");
      }
      List<String> target = conflict;
      return new OnConflict(
          target,
          updatesOthers
              ? columns.stream().filter(column -> !target.contains(column)).toList()
              : updated);
    }
  }

  @Override
  public void writeTo(UnitWriter units) {
    String start =
        "INSERT INTO "
            + table.sql()
            + " "
            + Columns.list(columns)
            + (overridingSystemValue ? " OVERRIDING SYSTEM VALUE" : "")
            + " VALUES\n";
    for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
      units.sql(
          rows.subList(from, Math.min(from + ROWS_PER_STATEMENT, rows.size())).stream()
              .map(BulkInsert::tuple)
              .collect(
                  Collectors.joining(
                      ",\n  ", start + "  ", onConflict == null ? "" : onConflict.clause())));
    }
  }

  @Override
  public Reversal reversal() {
    if (onConflict != null) {
      return Reversal.impossible(
          onConflict.updated().isEmpty()
              ? "nothing tells the inserted rows from those that were there before"
              : "the rows that were there before are not known");
    }
    return key.isEmpty()
        ? Reversal.impossible("nothing tells the inserted rows from others; name their key(…)")
        : Reversal.by(new DeleteRows(table, key, rows.stream().map(this::keyOf).toList(), this));
  }

  @Override
  public String summary() {
    return "insert " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " into " + table;
  }

  static String tuple(List<SqlValue> row) {
    return row.stream().map(SqlValue::sql).collect(Collectors.joining(", ", "(", ")"));
  }

  private List<SqlValue> keyOf(List<SqlValue> row) {
    return key.stream().map(column -> row.get(columns.indexOf(column))).toList();
  }
}
