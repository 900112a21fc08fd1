package dev.migrations.operation;

import dev.migrations.sql.SqlNames;

/**
 * What logical replication knows an updated or deleted row by.
 *
 * @param sql as it stands in a statement
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, REPLICA IDENTITY</a>
 * @since 0.1.0
 */
public record ReplicaIdentity(String sql) {

  /** The primary key. */
  public static final ReplicaIdentity DEFAULT = new ReplicaIdentity("DEFAULT");

  /** All columns. */
  public static final ReplicaIdentity FULL = new ReplicaIdentity("FULL");

  /** Nothing: updates and deletes are not replicated. */
  public static final ReplicaIdentity NOTHING = new ReplicaIdentity("NOTHING");

  /** The columns of a unique index, which are {@code NOT NULL}. */
  public static ReplicaIdentity usingIndex(String index) {
    return new ReplicaIdentity("USING INDEX " + SqlNames.quote(index));
  }
}
