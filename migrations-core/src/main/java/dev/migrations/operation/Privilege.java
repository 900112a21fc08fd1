package dev.migrations.operation;

/**
 * What a role may do with an object.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">PostgreSQL, section 5.8,
 *     Privileges</a>
 * @since 0.1.0
 */
public enum Privilege {
  /** Read a table, a column or a sequence. */
  SELECT,
  /** Insert into a table or a column. */
  INSERT,
  /** Update a table or a column; set a sequence. */
  UPDATE,
  /** Delete from a table. */
  DELETE,
  /** Empty a table. */
  TRUNCATE,
  /** Refer to a table or a column by a foreign key. */
  REFERENCES,
  /** Create triggers on a table. */
  TRIGGER,
  /** Vacuum, analyze, cluster, refresh, reindex and lock a table; PostgreSQL 17 and later. */
  MAINTAIN,
  /** Draw from a sequence, find the objects of a schema, use a type. */
  USAGE,
  /** Create objects in a schema, or schemas in a database. */
  CREATE,
  /** Connect to a database. */
  CONNECT,
  /** Create temporary tables in a database. */
  TEMPORARY,
  /** Call a function or procedure. */
  EXECUTE,
  /** All that the object knows. */
  ALL
}
