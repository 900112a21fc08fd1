package dev.migrations.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody who mistyped one or two characters may have meant. */
final class NearNames {

  private static final int MAX_NAMES = 5;

  private record Candidate(String name, int edits) {}

  private NearNames() {}

  /** At most five of the names, nearest first, else in the order given. */
  static List<String> of(String typed, Collection<String> names) {
    int allowed = typed.length() <= Target.MIN_PREFIX + 1 ? 1 : 2;
    return names.stream()
        .map(name -> new Candidate(name, edits(typed, name)))
        .filter(candidate -> candidate.edits <= allowed)
        .sorted(Comparator.comparingInt(Candidate::edits))
        .limit(MAX_NAMES)
        .map(Candidate::name)
        .toList();
  }

  static String hint(List<String> near) {
    return near.isEmpty() ? "" : " (did you mean " + String.join(" or ", near) + "?)";
  }

  /** To the whole name or, since the beginning of an id may be typed, to a beginning of it. */
  private static int edits(String typed, String name) {
    String from = typed.toLowerCase(Locale.ROOT);
    String to = name.toLowerCase(Locale.ROOT);
    int whole = distance(from, to);
    return typed.length() >= Target.MIN_PREFIX && typed.length() < name.length()
        ? Math.min(whole, distance(from, to.substring(0, typed.length())))
        : whole;
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  private static int distance(String from, String to) {
    if (Math.abs(from.length() - to.length()) > 2) {
      return Integer.MAX_VALUE;
    }
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replace = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }
}
