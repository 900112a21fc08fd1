package dev.migrations.operation;

/**
 * What is asked of the catalog before a statement outside a transaction is run again, since a crash
 * may have come after it was done, or left half of it.
 *
 * @since 0.1.0
 */
public sealed interface Recovery {

  /**
   * The statement builds an index. An invalid one of that name is dropped concurrently first; a
   * valid one with the same definition is accepted; another definition is an error.
   *
   * @param index the index that is built; its schema is the table's
   * @param table the table that it is built on
   * @param unique whether it is unique
   * @param definition what follows the table's name in the statement: method, keys, {@code
   *     INCLUDE}, {@code WHERE} and so on
   */
  record IndexBuild(QualifiedName index, QualifiedName table, boolean unique, String definition)
      implements Recovery {}

  /**
   * The statement drops an index; that there is none is accepted when an earlier run may have
   * dropped it.
   *
   * @param index the index that is dropped
   */
  record IndexDrop(QualifiedName index) implements Recovery {}

  /**
   * The statement detaches a partition concurrently. One that is half detached ({@code
   * pg_inherits.inhdetachpending}) is finalized; that it is no partition any more is accepted when
   * an earlier run may have detached it.
   *
   * @param parent the partitioned table
   * @param partition the partition
   */
  record PartitionDetach(QualifiedName parent, QualifiedName partition) implements Recovery {}

  /**
   * The statement builds indexes anew. Invalid ones that an earlier run left, with a name that ends
   * in {@code _ccnew} or {@code _ccold}, are dropped concurrently before it runs again.
   *
   * @param name the index, or the table
   */
  record IndexRebuild(QualifiedName name) implements Recovery {}

  /** The statement is simply run again. */
  record RunAgain() implements Recovery {}
}
