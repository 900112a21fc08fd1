package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the rows of a table are divided among its partitions.
 *
 * @param strategy range, list or hash
 * @param keys columns and expressions, with collation and operator class; a list has one
 * @see <a href="https://www.postgresql.org/docs/current/ddl-partitioning.html">PostgreSQL: table
 *     partitioning</a>
 * @since 0.1.0
 */
public record PartitionBy(Strategy strategy, List<IndexKey> keys) {

  /** The three ways to divide a table. */
  public enum Strategy {
    RANGE,
    LIST,
    HASH
  }

  /**
   * Checks the keys.
   *
   * @throws MigrationsException when there is none, a list has several, or a key has an order or
   *     parameters
   */
  public PartitionBy {
    keys = List.copyOf(keys);
    if (keys.isEmpty() || (strategy == Strategy.LIST && keys.size() > 1)) {
      throw new MigrationsException(
          "PARTITION BY " + strategy + " has " + keys.size() + " keys.",
          strategy == Strategy.LIST ? "Name one key." : "Name at least one key.");
    }
    if (keys.stream().anyMatch(key -> !key.parameters().isEmpty())) {
      throw new MigrationsException(
          "A partition key has no parameters for its operator class.", "Leave out with(…).");
    }
    if (keys.stream().anyMatch(key -> key.order() != null || key.nulls() != null)) {
      throw new MigrationsException(
          "A partition key has no order.", "Leave out asc, desc, nullsFirst and nullsLast.");
    }
  }

  /** Each partition holds a range of values of the columns. */
  public static PartitionBy range(String... columns) {
    return new PartitionBy(Strategy.RANGE, IndexKey.keys(columns));
  }

  /** Each partition holds a range of values of the columns and expressions. */
  public static PartitionBy range(IndexKey... keys) {
    return new PartitionBy(Strategy.RANGE, List.of(keys));
  }

  /** Each partition holds some values of the column. */
  public static PartitionBy list(String column) {
    return new PartitionBy(Strategy.LIST, IndexKey.keys(column));
  }

  /** Each partition holds some values of the expression. */
  public static PartitionBy list(IndexKey key) {
    return new PartitionBy(Strategy.LIST, List.of(key));
  }

  /** The rows are spread by a hash of the columns. */
  public static PartitionBy hash(String... columns) {
    return new PartitionBy(Strategy.HASH, IndexKey.keys(columns));
  }

  /** The rows are spread by a hash of the columns and expressions. */
  public static PartitionBy hash(IndexKey... keys) {
    return new PartitionBy(Strategy.HASH, List.of(keys));
  }

  String clause() {
    return keys.stream()
        .map(IndexKey::definition)
        .collect(Collectors.joining(", ", " PARTITION BY " + strategy + " (", ")"));
  }
}
