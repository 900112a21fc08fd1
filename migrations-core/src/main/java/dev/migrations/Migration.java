package dev.migrations;

/**
 * One revision of the schema, written in Java and placed in the graph by {@link Revision}.
 *
 * <p>Both methods record operations; nothing touches the database while they run. What needs a
 * result from the database is an operation of its own.
 *
 * @since 0.1.0
 */
public interface Migration {

  /** Records what applies the revision. */
  void upgrade(Operations op);

  /** Records what takes the revision back. */
  void downgrade(Operations op);
}
