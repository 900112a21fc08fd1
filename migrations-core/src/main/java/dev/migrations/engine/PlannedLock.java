package dev.migrations.engine;

import dev.migrations.sql.LockMode;

/**
 * A table lock that a unit would take.
 *
 * @param table the table, view or materialized view, as it may be written in a statement; or, in
 *     words, what the catalog does not know yet: {@code the table of index ix_orders_status}
 * @param mode the strongest mode in which it would be locked
 * @since 0.1.0
 */
public record PlannedLock(String table, LockMode mode) {}
