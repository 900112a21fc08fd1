package dev.migrations.operation;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.SqlLiterals;
import dev.migrations.sql.SqlNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Storage parameters of a table or an index, in the order in which they were given.
 *
 * @param entries the parameters, each name once
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">PostgreSQL: storage
 *     parameters</a>
 * @since 0.1.0
 */
public record StorageParameters(List<Entry> entries) {

  /** No parameter. */
  public static final StorageParameters NONE = new StorageParameters(List.of());

  /**
   * A parameter.
   *
   * @param name its name, such as {@code fillfactor} or {@code toast.autovacuum_enabled}
   * @param value its value
   */
  public record Entry(String name, SqlValue value) {
    String sql() {
      return sqlOf(name) + " = " + value.sql();
    }
  }

  /**
   * Checks the names.
   *
   * @throws MigrationsException when one is there twice
   */
  public StorageParameters {
    entries = List.copyOf(entries);
    List<String> names = entries.stream().map(Entry::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new MigrationsException(
          "A storage parameter is given twice: " + String.join(", ", names) + ".",
          "Give each one once.");
    }
  }

  /**
   * One parameter more.
   *
   * @param value a number, a boolean or text
   * @throws MigrationsException when it is there already, or the value has no text
   */
  public StorageParameters with(String name, Object value) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(name, new SqlValue(SqlLiterals.literal(value), true)));
    return new StorageParameters(more);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  List<String> names() {
    return entries.stream().map(Entry::name).toList();
  }

  /** In parentheses: {@code (fillfactor = 70)}. */
  String sql() {
    return entries.stream().map(Entry::sql).collect(Collectors.joining(", ", "(", ")"));
  }

  /** What follows a definition, empty for none. */
  String clause() {
    return isEmpty() ? "" : " WITH " + sql();
  }

  static String list(Collection<String> names) {
    return names.stream().map(StorageParameters::sqlOf).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String sqlOf(String name) {
    return Arrays.stream(name.split("\\.", 2))
        .map(SqlNames::quote)
        .collect(Collectors.joining("."));
  }
}
