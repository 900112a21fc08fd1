package dev.migrations.script;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The key that somebody meant who mistyped up to three characters. */
final class NearKey {

  private static final int MOST_EDITS = 3;

  private NearKey() {}

  static @Nullable String of(String typed, Collection<String> keys) {
    String nearest = null;
    int fewest = MOST_EDITS + 1;
    for (String key : keys) {
      int edits = edits(typed, key);
      if (edits < fewest) {
        nearest = key;
        fewest = edits;
      }
    }
    return nearest;
  }

  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
