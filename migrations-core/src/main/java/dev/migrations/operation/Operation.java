package dev.migrations.operation;

/**
 * One change of a schema, as data. An operation knows its SQL, the units that keep it safe, and its
 * reverse; adding one to the vocabulary means writing one class.
 *
 * @since 0.1.0
 */
public interface Operation {

  /**
   * Writes the statements of this operation, cut into units.
   *
   * @param units where they go; also tells which tables are new and which server will run them
   */
  void writeTo(UnitWriter units);

  /** The operations that undo this one, or the reason why there are none. */
  Reversal reversal();

  /** What one reads of it in a log or a plan: {@code create table orders}. */
  String summary();
}
