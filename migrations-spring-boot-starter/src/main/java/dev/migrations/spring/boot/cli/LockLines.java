package dev.migrations.spring.boot.cli;

import dev.migrations.engine.PlannedLock;
import dev.migrations.engine.PlannedLocks;
import dev.migrations.sql.LockMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Says what a unit will lock: a line for each mode, the strongest first. */
final class LockLines {

  /** A table may have thousands of partitions. */
  private static final int MOST_TABLES = 8;

  private LockLines() {}

  static List<String> of(PlannedLocks locks) {
    Map<LockMode, List<String>> tables = new EnumMap<>(LockMode.class);
    for (PlannedLock lock : locks.locks()) {
      tables.computeIfAbsent(lock.mode(), mode -> new ArrayList<>()).add(lock.table());
    }
    List<String> lines = new ArrayList<>();
    tables.forEach(
        (mode, names) ->
            lines.add(0, "Locks %s: %s (%s)".formatted(names(names), mode.sql(), mode.effect())));
    if (!locks.unknown().isEmpty()) {
      lines.add("Locks not known: " + String.join(", ", locks.unknown()));
    }
    if (lines.isEmpty()) {
      lines.add("Locks no table that others use");
    }
    return lines;
  }

  private static String names(List<String> tables) {
    return tables.size() <= MOST_TABLES
        ? String.join(", ", tables)
        : "%s and %d more"
            .formatted(
                String.join(", ", tables.subList(0, MOST_TABLES)), tables.size() - MOST_TABLES);
  }
}
