package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.operation.BatchedChange;
import dev.migrations.operation.BatchedChange.Kind;
import dev.migrations.operation.BatchedChange.Value;
import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns that batches follow.
 *
 * @param columns their names
 * @param types their types, as SQL
 * @param operators the schemas of the operators that compare them
 */
record BatchKey(List<String> columns, List<String> types, List<String> operators) {

  /**
   * The unique indexes whose columns are never null: they visit each row once. A position is kept
   * as JSON, which does not give back arrays, composite values and JSON itself.
   */
  private static final String UNIQUE =
      PgCatalog.sql(
          """
          SELECT i.indisprimary,
            array_agg(a.attname::text ORDER BY k.place) AS columns,
            array_agg(format_type(a.atttypid, a.atttypmod) ORDER BY k.place) AS types,
            array_agg(s.nspname::text ORDER BY k.place) AS operators
          FROM pg_catalog.pg_index i
          JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
          JOIN pg_catalog.pg_am m ON m.oid = c.relam AND m.amname = 'btree'
          CROSS JOIN LATERAL ROWS FROM (unnest(i.indkey::int2[]), unnest(i.indclass::oid[]))
            WITH ORDINALITY AS k (number, class, place)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
          JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
          JOIN pg_catalog.pg_opclass p ON p.oid = k.class
          JOIN pg_catalog.pg_amop f ON f.amopfamily = p.opcfamily AND f.amopstrategy = 1
            AND f.amoplefttype = p.opcintype AND f.amoprighttype = p.opcintype
          JOIN pg_catalog.pg_operator o ON o.oid = f.amopopr
          JOIN pg_catalog.pg_namespace s ON s.oid = o.oprnamespace
          WHERE i.indrelid = to_regclass(?) AND i.indisunique AND i.indisvalid
            AND i.indpred IS NULL AND i.indexprs IS NULL AND k.place <= i.indnkeyatts
          GROUP BY i.indexrelid, i.indisprimary
          HAVING bool_and(a.attnotnull AND t.typcategory <> 'A' AND t.typtype <> 'c'
            AND t.oid <> 'pg_catalog.jsonb'::regtype)
          ORDER BY i.indisprimary DESC""");

  private static final String ESTIMATE =
      PgCatalog.sql(
          """
          SELECT coalesce(sum(greatest(reltuples, 0)), 0) FROM pg_catalog.pg_class
          WHERE relkind <> 'p' AND (oid = to_regclass(?)
            OR oid = ANY (SELECT relid FROM pg_partition_tree(to_regclass(?))))""");

  BatchKey {
    columns = List.copyOf(columns);
    types = List.copyOf(types);
    operators = List.copyOf(operators);
  }

  /**
   * The key that the change asks for, or the primary key.
   *
   * @throws MigrationsException when the table does not have it, or the change sets a part of it
   */
  static BatchKey find(Connection connection, BatchedChange change) throws SQLException {
    List<BatchKey> unique = new ArrayList<>();
    boolean primary = false;
    try (PreparedStatement statement = connection.prepareStatement(UNIQUE)) {
      statement.setString(1, change.table().sql());
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          primary |= result.getBoolean("indisprimary");
          unique.add(
              new BatchKey(
                  strings(result.getArray("columns")),
                  strings(result.getArray("types")),
                  strings(result.getArray("operators"))));
        }
      }
    }
    BatchKey key =
        change.key().isEmpty()
            ? (primary ? unique.get(0) : null)
            : unique.stream()
                .filter(found -> found.columns().equals(change.key()))
                .findFirst()
                .orElse(null);
    if (key == null) {
      throw missing(change);
    }
    key.refuseToBeSet(change);
    return key;
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static MigrationsException missing(BatchedChange change) {
    if (change.key().isEmpty()) {
      return new MigrationsException(
          "There is no table %s with a primary key that batches could follow."
              .formatted(change.table()),
          "Name the columns of a unique index whose columns are NOT NULL with key(…), or change"
              + " all rows at once with op.execute.");
    }
    return new MigrationsException(
        "Table %s has no unique index on (%s), in this order, whose columns are all NOT NULL."
            .formatted(change.table(), String.join(", ", change.key())),
        "Name the columns of one that it has, leave out key(…) to follow the primary key, or create"
            + " the index before.");
  }

  private void refuseToBeSet(BatchedChange change) {
    for (Value value : change.values()) {
      if (change.kind() == Kind.UPDATE && columns.contains(value.column())) {
        throw new MigrationsException(
            "The backfill of %s sets %s, a column of the key that it follows."
                .formatted(change.table(), value.column()),
            "Follow another key with key(…): a row whose key moves ahead would be changed twice.");
      }
    }
  }

  /** How many rows the table has, as far as its statistics know; 0 when they do not. */
  static long estimate(Connection connection, BatchedChange change) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ESTIMATE)) {
      statement.setString(1, change.table().sql());
      statement.setString(2, change.table().sql());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return (long) result.getDouble(1);
      }
    }
  }

  /** {@code id, part}. */
  String list() {
    return columns.stream().map(SqlNames::quote).collect(Collectors.joining(", "));
  }

  /** {@code id DESC, part DESC}. */
  String descending() {
    return columns.stream()
        .map(column -> SqlNames.quote(column) + " DESC")
        .collect(Collectors.joining(", "));
  }

  /**
   * The condition on a row that its columns come before or behind some values, or are these.
   *
   * @param operator {@code <} or {@code >}
   */
  String compared(String operator, boolean orEqual, List<String> values) {
    if (Set.copyOf(operators).size() == 1) {
      return "(%s) %s (%s)"
          .formatted(
              list(), operator(0, operator + (orEqual ? "=" : "")), String.join(", ", values));
    }
    // No operator of one schema compares all, so it is column by column.
    String rest = Boolean.toString(orEqual);
    for (int i = columns.size() - 1; i >= 0; i--) {
      String column = SqlNames.quote(columns.get(i));
      String value = values.get(i);
      rest =
          "(%1$s %2$s %5$s AND (%1$s %3$s %5$s OR (%1$s %4$s %5$s AND %6$s)))"
              .formatted(
                  column,
                  operator(i, operator + "="),
                  operator(i, operator),
                  operator(i, "="),
                  value,
                  rest);
    }
    return rest;
  }

  private String operator(int column, String operator) {
    return "OPERATOR(%s.%s)".formatted(SqlNames.quote(operators.get(column)), operator);
  }

  /** The values of the columns at a position, which is an object of them. */
  List<String> at(String position) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(
          "CAST(CAST(%s AS pg_catalog.jsonb) OPERATOR(pg_catalog.->>) %s AS %s)"
              .formatted(
                  SqlLiterals.literal(position),
                  SqlLiterals.literal(columns.get(i)),
                  types.get(i)));
    }
    return values;
  }

  /** The values of the columns in the only row of a relation. */
  List<String> in(String relation) {
    return columns.stream()
        .map(column -> "(SELECT %s FROM %s)".formatted(SqlNames.quote(column), relation))
        .toList();
  }

  /** The position of a row, as an expression over it. */
  String position() {
    return columns.stream()
        .map(column -> SqlLiterals.literal(column) + ", " + SqlNames.quote(column))
        .collect(Collectors.joining(", ", "pg_catalog.jsonb_build_object(", ")"));
  }
}
