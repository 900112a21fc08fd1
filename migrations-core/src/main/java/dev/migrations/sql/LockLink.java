package dev.migrations.sql;

/**
 * How a statement that names one thing comes to lock another.
 *
 * @since 0.1.0
 */
public enum LockLink {
  /** The view, if it is there to be replaced. */
  REPLACED("%s, if it is there"),
  /** The table of an index; with its partitions when the index is partitioned. */
  TABLE_OF_INDEX("the table of index %s"),
  /** The table of extended statistics. */
  TABLE_OF_STATISTICS("the table of statistics %s"),
  /** The partitions of a table, on all levels. */
  PARTITIONS("the partitions of %s"),
  /** The partitions and the children by inheritance, on all levels. */
  DESCENDANTS("the partitions and children of %s"),
  /** The children by inheritance, on all levels, and no partitions. */
  CHILDREN("the children of %s"),
  /** The default partition of a table. */
  DEFAULT_PARTITION("the default partition of %s"),
  /** The default partition of a table with its own partitions, whose rows are looked through. */
  DEFAULT_PARTITIONS("the default partition of %s, with its partitions"),
  /** The table that a partition belongs to, and its default partition. */
  PARENT("the table that %s is a partition of"),
  /** The tables whose foreign keys refer to a table, and those that refer to them, and so on. */
  REFERENCING("the tables that refer to %s, directly or through others"),
  /** The tables that the foreign keys of a table refer to. */
  FOREIGN_KEYS_FROM("the tables that %s refers to"),
  /** The tables whose foreign keys refer to a table. */
  FOREIGN_KEYS_TO("the tables that refer to %s"),
  /** The tables at the other end of the foreign keys from and to a column. */
  FOREIGN_KEYS_OF_COLUMN("the tables that foreign keys connect with %s.%s"),
  /** The tables at the other end of a foreign key, or of those that need a unique constraint. */
  FOREIGN_KEYS_OF_CONSTRAINT("the tables that foreign keys connect with constraint %2$s of %1$s"),
  /** The table that a foreign key refers to. */
  REFERENCED_BY_CONSTRAINT("the table that constraint %2$s of %1$s refers to"),
  /** The tables that a view reads, when it is one. */
  VIEWED("the tables of view %s"),
  /** The tables with a column of a domain. */
  USING_DOMAIN("the tables with a column of domain %s");

  private final String description;

  LockLink(String description) {
    this.description = description;
  }

  String description(String from, String detail) {
    return description.formatted(from, detail);
  }
}
