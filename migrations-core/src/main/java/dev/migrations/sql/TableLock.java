package dev.migrations.sql;

/**
 * A lock that a statement takes and that is held until its transaction ends.
 *
 * @param target what is locked
 * @param mode how
 * @since 0.1.0
 */
public record TableLock(LockTarget target, LockMode mode) {}
