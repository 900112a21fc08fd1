package dev.migrations.script;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code key: value} lines of a header. */
final class HeaderEntries {

  private static final String REVISION = "revision";
  private static final String DOWN = "down-revision";
  private static final String DEPENDS = "depends-on";
  private static final String LABELS = "branch-labels";
  private static final String REPLACES = "replaces";
  private static final String MESSAGE = "message";
  private static final String ADOPTS = "adopts";
  private static final String PLACEHOLDERS = "placeholders";

  static final List<String> KEYS =
      List.of(REVISION, DOWN, DEPENDS, LABELS, REPLACES, MESSAGE, ADOPTS, PLACEHOLDERS);

  private record Entry(String value, int line) {}

  private final Faults faults;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private int firstLine = 1;
  private int lastLine;
  private boolean behindBlankLine;

  HeaderEntries(Faults faults) {
    this.faults = faults;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Takes a comment without its dashes; one that is no entry is left alone. */
  void take(String comment, int line) {
    behindBlankLine |= !entries.isEmpty() && line > lastLine + 1;
    lastLine = line;
    int colon = comment.indexOf(':');
    String key = colon < 0 ? "" : comment.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    if (!isKey(key)) {
      refuseWithoutColon(comment, line);
      return;
    }
    if (!KEYS.contains(key)) {
      refuseUnknown(key, line);
      return;
    }
    if (entries.isEmpty()) {
      firstLine = line;
    }
    Entry entry = new Entry(comment.substring(colon + 1).strip(), line);
    Entry earlier = entries.putIfAbsent(key, entry);
    if (earlier != null) {
      faults.add(
          line,
          "'" + key + "' is there already, on line " + earlier.line(),
          "Keep one of them; several values are separated by commas.");
    }
  }

  RevisionHeader header() {
    return new RevisionHeader(
        required(REVISION),
        list(DOWN),
        list(DEPENDS),
        list(LABELS),
        list(REPLACES),
        message(),
        predecessor());
  }

  Placeholders placeholders() {
    Entry entry = entries.get(PLACEHOLDERS);
    if (entry == null) {
      return Placeholders.NONE;
    }
    List<String> names = list(PLACEHOLDERS);
    for (String name : names) {
      if (!Placeholders.isName(name)) {
        faults.add(
            entry.line(),
            "'" + name + "' cannot be the name of a placeholder",
            "Name it with letters, digits, '_', '-' and '.', such as '-- placeholders: app_role';"
                + " separate several by commas, and write no two dashes in a row.");
      }
    }
    return new Placeholders(names, entry.line());
  }

  private @Nullable Predecessor predecessor() {
    Entry entry = entries.get(ADOPTS);
    if (entry == null) {
      return null;
    }
    Entry down = entries.get(DOWN);
    if (down != null && !down.value().isEmpty()) {
      faults.add(
          entry.line(),
          "'adopts' stands in a revision that has a parent",
          "Let a base adopt the database; remove 'down-revision' or 'adopts'.");
    }
    try {
      return Predecessor.parse(entry.value());
    } catch (IllegalArgumentException ex) {
      faults.add(
          entry.line(),
          "'adopts' cannot be read: " + ex.getMessage(),
          "Write where the other tool has brought the database, such as '-- adopts: flyway 12'.");
      return null;
    }
  }

  private @Nullable String required(String key) {
    Entry entry = entries.get(key);
    if (entry == null || entry.value().isEmpty()) {
      faults.add(
          entry == null ? firstLine : entry.line(),
          entry == null ? "the header has no '" + key + "'" : "'" + key + "' has no value",
          "Write '-- " + key + ": …' into the header.");
      return null;
    }
    return entry.value();
  }

  private @Nullable String message() {
    String message = required(MESSAGE);
    Entry entry = entries.get(MESSAGE);
    RevisionHeader.refuseObstacle(message, entry == null ? 0 : entry.line(), faults);
    return message;
  }

  private List<String> list(String key) {
    Entry entry = entries.get(key);
    if (entry == null || entry.value().isEmpty()) {
      return List.of();
    }
    if (entry.value().indexOf(',') < 0) {
      return List.of(entry.value());
    }
    List<String> values = Arrays.stream(entry.value().split(",", -1)).map(String::strip).toList();
    if (values.contains("")) {
      faults.add(
          entry.line(),
          "'" + key + "' has a comma too many",
          "Separate its values by single commas.");
    }
    return values.stream().filter(value -> !value.isEmpty()).toList();
  }

  private void refuseUnknown(String key, int line) {
    String near = NearKey.of(key, KEYS);
    if (near == null && behindBlankLine) {
      return; // prose, such as "why: …"
    }
    faults.add(
        line,
        "the header has no key '"
            + key
            + "'"
            + (near == null ? "" : "; did you mean '" + near + "'?"),
        "Use one of " + String.join(", ", KEYS) + "; write a comment without a colon.");
  }

  private void refuseWithoutColon(String comment, int line) {
    int end = 0;
    while (end < comment.length() && !Character.isWhitespace(comment.charAt(end))) {
      end++;
    }
    String word = comment.substring(0, end).toLowerCase(Locale.ROOT);
    if (KEYS.contains(word) && comment.indexOf(':') < 0) {
      faults.add(line, "'" + word + "' is not followed by a colon", "Write '-- " + word + ": …'.");
    }
  }

  private static boolean isKey(String key) {
    for (int at = 0; at < key.length(); at++) {
      char c = key.charAt(at);
      if ((c < 'a' || c > 'z') && c != '-' && c != '_') {
        return false;
      }
    }
    return !key.isEmpty();
  }
}
