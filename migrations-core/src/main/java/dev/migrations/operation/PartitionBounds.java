package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a partition holds.
 *
 * <pre>{@code
 * op.createPartition("orders", "orders_2026").forValues(from("2026-01-01").to("2027-01-01"));
 * }</pre>
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">PostgreSQL: CREATE
 *     TABLE, PARTITION OF</a>
 * @since 0.1.0
 */
public sealed interface PartitionBounds {

  /** Lower than every value. */
  SqlValue MINVALUE = SqlValue.expression("MINVALUE");

  /** Higher than every value. */
  SqlValue MAXVALUE = SqlValue.expression("MAXVALUE");

  /** As it stands in a statement: {@code FOR VALUES IN ('a')}. */
  String sql();

  /**
   * A range; {@code to} completes it.
   *
   * @param values a value for each key, of any type that {@link SqlValue#of} knows; the lowest
   *     values that it holds
   */
  static From from(Object... values) {
    return new From(values(values));
  }

  /**
   * Some values of the key.
   *
   * @param values values of any type that {@link SqlValue#of} knows; {@code null} among them for
   *     the rows without one
   */
  static In in(@Nullable Object... values) {
    return new In(values(values));
  }

  /** The rows whose hash, divided by {@code modulus}, leaves {@code remainder}. */
  static Hash hash(int modulus, int remainder) {
    return new Hash(modulus, remainder);
  }

  /** The rows that no other partition holds. */
  static Rest rest() {
    return new Rest();
  }

  private static List<SqlValue> values(@Nullable Object... values) {
    return Stream.of(values).map(SqlValue::of).toList();
  }

  private static String list(List<SqlValue> values) {
    return values.stream().map(SqlValue::sql).collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * The lower end of a range.
   *
   * @param values a value for each key
   */
  record From(List<SqlValue> values) {
    public From {
      values = List.copyOf(values);
    }

    /**
     * The upper end, which is not part of the range.
     *
     * @throws MigrationsException when it has another number of values
     */
    public Range to(Object... upper) {
      return new Range(values, PartitionBounds.values(upper));
    }
  }

  /**
   * A range of values.
   *
   * @param from the lower end, part of the range
   * @param to the upper end, not part of it
   */
  record Range(List<SqlValue> from, List<SqlValue> to) implements PartitionBounds {
    public Range {
      from = List.copyOf(from);
      to = List.copyOf(to);
      if (from.isEmpty() || from.size() != to.size()) {
        throw new MigrationsException(
            "A range goes from %d values to %d.".formatted(from.size(), to.size()),
            "Give both ends one value for each key of the partitioned table.");
      }
    }

    @Override
    public String sql() {
      return "FOR VALUES FROM " + list(from) + " TO " + list(to);
    }
  }

  /**
   * Some values.
   *
   * @param values one or more
   */
  record In(List<SqlValue> values) implements PartitionBounds {
    public In {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new MigrationsException(
            "A partition holds no value.", "Name at least one: in(\"a\", \"b\").");
      }
    }

    @Override
    public String sql() {
      return "FOR VALUES IN " + list(values);
    }
  }

  /**
   * A share by hash.
   *
   * @param modulus what the hash is divided by, from 1
   * @param remainder what is left, from 0
   */
  record Hash(int modulus, int remainder) implements PartitionBounds {
    public Hash {
      if (remainder < 0 || modulus <= remainder) {
        throw new MigrationsException(
            "No hash leaves %d when divided by %d.".formatted(remainder, modulus),
            "Give a modulus from 1, and a remainder from 0 that is smaller.");
      }
    }

    @Override
    public String sql() {
      return "FOR VALUES WITH (MODULUS %d, REMAINDER %d)".formatted(modulus, remainder);
    }
  }

  /** What no other partition holds: the default partition. */
  record Rest() implements PartitionBounds {
    @Override
    public String sql() {
      return "DEFAULT";
    }
  }
}
