package dev.migrations;

import dev.migrations.error.MigrationsException;

/**
 * One revision of the schema, written in Java and placed in the graph by {@link Revision}.
 *
 * <p>It implements {@link #upgrade} and {@link #downgrade}; or {@link #change} alone, where every
 * operation knows its reverse. The methods record operations; nothing touches the database while
 * they run. What needs a result from the database is an operation of its own.
 *
 * @since 0.1.0
 */
public interface Migration {

  /**
   * Records what applies the revision, and by its reverses what takes it back. Before anything of
   * the revision runs, it is refused when an operation has no reverse, unless {@link
   * Operations#irreversible} says that there need not be one.
   *
   * @throws MigrationsException unless it is implemented
   */
  default void change(Operations op) {
    throw new MigrationsException(
        "it implements neither change, nor upgrade and downgrade",
        "Implement change(Operations), or upgrade(Operations) and downgrade(Operations).");
  }

  /** Records what applies the revision; unless it is implemented, what {@link #change} records. */
  default void upgrade(Operations op) {
    op.recordChange(this::change);
  }

  /**
   * Records what takes the revision back; unless it is implemented, the reverses of what {@link
   * #change} records, the last one first.
   *
   * @throws MigrationsException naming every operation of {@link #change} that has no reverse
   */
  default void downgrade(Operations op) {
    op.recordReverse(this::change);
  }
}
