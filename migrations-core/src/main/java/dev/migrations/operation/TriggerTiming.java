package dev.migrations.operation;

/**
 * When a trigger fires.
 *
 * @since 0.1.0
 */
public enum TriggerTiming {
  /** Before the row or the statement is carried out. */
  BEFORE("BEFORE"),
  /** Afterwards. */
  AFTER("AFTER"),
  /** Instead of it; on a view, for each row. */
  INSTEAD_OF("INSTEAD OF");

  private final String sql;

  TriggerTiming(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }
}
