package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.operation.BatchedChange;
import dev.migrations.operation.BatchedChange.Kind;
import dev.migrations.operation.BatchedChange.Value;
import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The columns that batches follow.
 *
 * @param columns their names
 * @param types their types, as SQL
 */
record BatchKey(List<String> columns, List<String> types) {

  /**
   * The unique indexes whose columns are never null: they visit each row once. A position is kept
   * as JSON, which does not give back arrays, composite values and JSON itself.
   */
  private static final String UNIQUE =
      """
      SELECT i.indisprimary,
        array_agg(a.attname::text ORDER BY k.place) AS columns,
        array_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) ORDER BY k.place) AS types
      FROM pg_catalog.pg_index i
      JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      JOIN pg_catalog.pg_am m ON m.oid = c.relam AND m.amname = 'btree'
      CROSS JOIN LATERAL unnest(CAST(i.indkey AS int2[])) WITH ORDINALITY AS k (number, place)
      JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      WHERE i.indrelid = to_regclass(?) AND i.indisunique AND i.indisvalid
        AND i.indpred IS NULL AND i.indexprs IS NULL AND k.place <= i.indnkeyatts
      GROUP BY i.indexrelid, i.indisprimary
      HAVING bool_and(a.attnotnull AND t.typcategory <> 'A' AND t.typtype <> 'c'
        AND t.oid <> CAST('pg_catalog.jsonb' AS regtype))
      ORDER BY i.indisprimary DESC""";

  private static final String ESTIMATE =
      """
      SELECT coalesce(sum(greatest(reltuples, 0)), 0) FROM pg_catalog.pg_class
      WHERE relkind <> 'p' AND (oid = to_regclass(?)
        OR oid IN (SELECT relid FROM pg_catalog.pg_partition_tree(to_regclass(?))))""";

  BatchKey {
    columns = List.copyOf(columns);
    types = List.copyOf(types);
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
                  List.of((String[]) result.getArray("columns").getArray()),
                  List.of((String[]) result.getArray("types").getArray())));
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

  /** The values of the columns at a position, which is an object of them. */
  String at(String position) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(
          "CAST(CAST(%s AS jsonb) ->> %s AS %s)"
              .formatted(
                  SqlLiterals.literal(position),
                  SqlLiterals.literal(columns.get(i)),
                  types.get(i)));
    }
    return String.join(", ", values);
  }

  /** The values of the columns in the only row of a relation. */
  String in(String relation) {
    return columns.stream()
        .map(column -> "(SELECT %s FROM %s)".formatted(SqlNames.quote(column), relation))
        .collect(Collectors.joining(", "));
  }

  /** The position of a row, as an expression over it. */
  String position() {
    return columns.stream()
        .map(column -> SqlLiterals.literal(column) + ", " + SqlNames.quote(column))
        .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
  }
}
