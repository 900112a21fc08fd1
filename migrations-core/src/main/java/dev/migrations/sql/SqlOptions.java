package dev.migrations.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A list of options in parentheses: {@code (verbose, concurrently off)}. */
final class SqlOptions {

  private static final Set<String> OFF = Set.of("false", "off", "0", "no", "'false'", "'off'");

  private final Map<String, String> values = new HashMap<>();

  private SqlOptions() {}

  /** The list behind the next occurrence of the word. */
  static SqlOptions after(String word, SqlCursor at) {
    return at.hasAhead(word) ? here(at) : new SqlOptions();
  }

  /** The list that begins here, which is stepped over; an empty one when none does. */
  static SqlOptions here(SqlCursor at) {
    SqlOptions options = new SqlOptions();
    if (!at.skipSymbol('(')) {
      return options;
    }
    while (!at.atEnd() && !at.atSymbol(')')) {
      String option = at.lowerCase();
      String value = "";
      at.advance();
      while (!at.atEnd() && !at.atSymbol(',') && !at.atSymbol(')')) {
        value = at.lowerCase();
        at.advance();
      }
      options.values.put(option, value);
      at.skipSymbol(',');
    }
    at.skipSymbol(')');
    return options;
  }

  static boolean isOff(String value) {
    return OFF.contains(value);
  }

  boolean has(String... options) {
    for (String option : options) {
      if (values.containsKey(option)) {
        return true;
      }
    }
    return false;
  }

  boolean anyOff(String... options) {
    for (String option : options) {
      if (OFF.contains(values.getOrDefault(option, ""))) {
        return true;
      }
    }
    return false;
  }
}
