package dev.migrations.operation;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names and literals as they stand in a statement. */
final class Quoting {

  private Quoting() {}

  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Names in parentheses: {@code (customer_id, product_id)}. */
  static String names(Collection<String> names) {
    return names.stream().map(Quoting::name).collect(Collectors.joining(", ", "(", ")"));
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
