package dev.migrations.operation;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The names that PostgreSQL gives to constraints without one: table, columns and a label, cut to 63
 * bytes by shortening the longer part first (makeObjectName in PostgreSQL's indexcmds.c).
 */
final class DefaultNames {

  private static final int LONGEST = 63;

  private DefaultNames() {}

  static String of(String table, @Nullable String columns, String label) {
    int room = LONGEST - label.length() - (columns == null ? 1 : 2);
    int tableBytes = bytes(table);
    int columnBytes = columns == null ? 0 : bytes(columns);
    while (tableBytes + columnBytes > room) {
      if (tableBytes > columnBytes) {
        tableBytes--;
      } else {
        columnBytes--;
      }
    }
    String start = clipped(table, tableBytes);
    return columns == null
        ? start + "_" + label
        : start + "_" + clipped(columns, columnBytes) + "_" + label;
  }

  /** As PostgreSQL does when a name is taken: with a number behind the label. */
  static String of(String table, @Nullable String columns, String label, Collection<String> taken) {
    String name = of(table, columns, label);
    for (int number = 1; taken.contains(name); number++) {
      name = of(table, columns, label + number);
    }
    return name;
  }

  /**
   * For a constraint that stays, beside others that are not known here. One that is cut could be
   * the name of another, which PostgreSQL would see; such a one ends in a hash of what it is cut
   * of.
   */
  static String unmistakable(String table, String columns, String label) {
    String whole = table + "_" + columns + "_" + label;
    String name = of(table, columns, label);
    return name.equals(whole)
        ? name
        : of(table, columns, label + "_" + Integer.toHexString(whole.hashCode()));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String clipped(String text, int bytes) {
    int end = text.length();
    while (bytes(text.substring(0, end)) > bytes) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
