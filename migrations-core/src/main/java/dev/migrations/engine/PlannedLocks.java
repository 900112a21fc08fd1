package dev.migrations.engine;

import java.util.List;

/**
 * The table locks that a unit would take, each held until the unit ends: what its statements say,
 * and what the catalog adds, such as partitions and the tables at the other end of foreign keys.
 * Tables that the same revision creates are left out, since nobody can wait for them; so is {@code
 * ACCESS SHARE}, which every query takes of what it reads. A server older than the newest may lock
 * partitions less.
 *
 * @param locks the locks, in the order in which they would be taken
 * @param unknown what may lock more and cannot be known without running it, such as {@code code
 *     "fill the names"} and {@code the rules of orders}; triggers are not listed, nor functions in
 *     defaults, checks, indexes and views that are there already
 * @since 0.1.0
 */
public record PlannedLocks(List<PlannedLock> locks, List<String> unknown) {

  /** No locks. */
  public static final PlannedLocks NONE = new PlannedLocks(List.of(), List.of());

  public PlannedLocks {
    locks = List.copyOf(locks);
    unknown = List.copyOf(unknown);
  }
}
