package dev.migrations.operation;

/**
 * In which sessions a trigger fires, by their {@code session_replication_role}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, ENABLE TRIGGER</a>
 * @since 0.1.0
 */
public enum TriggerFiring {
  /** In those that are not replicas: what a new trigger does. */
  ORIGIN("ENABLE TRIGGER"),
  /** In replicas only. */
  REPLICA("ENABLE REPLICA TRIGGER"),
  /** In all. */
  ALWAYS("ENABLE ALWAYS TRIGGER"),
  /** In none. */
  DISABLED("DISABLE TRIGGER");

  private final String sql;

  TriggerFiring(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }
}
