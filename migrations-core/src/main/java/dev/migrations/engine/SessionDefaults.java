package dev.migrations.engine;

import dev.migrations.sql.SqlLiterals;
import java.time.Duration;

/**
 * The settings of a session that a run changes, as the run found them.
 *
 * @param role {@code role}: what {@code SET ROLE} took, or {@code none}
 * @param searchPath {@code search_path}
 * @param lockTimeout {@code lock_timeout}
 * @param statementTimeout {@code statement_timeout}
 */
record SessionDefaults(
    String role, String searchPath, String lockTimeout, String statementTimeout) {

  /** Puts them back for the session. */
  String restore() {
    return setConfig(lockTimeout, statementTimeout, false);
  }

  /**
   * What a transaction of a revision starts with. The role and the search path are set as well,
   * since a revision before it may have changed the session's.
   */
  String forTransaction(Duration lockTimeout, Duration statementTimeout) {
    return setConfig(milliseconds(lockTimeout), milliseconds(statementTimeout), true);
  }

  /**
   * What precedes a statement outside a transaction. A concurrent form waits for locks without a
   * limit of its own: it takes locks that readers and writers do not queue behind, and giving up
   * would leave an invalid index (PostgreSQL manual, CREATE INDEX, "Building Indexes
   * Concurrently"). Any other, such as {@code VACUUM FULL}, may lock them out.
   */
  String forStatement(boolean concurrent, Duration lockTimeout, Duration statementTimeout) {
    return setConfig(
        milliseconds(concurrent ? Duration.ZERO : lockTimeout),
        milliseconds(statementTimeout),
        false);
  }

  private String setConfig(String lockTimeout, String statementTimeout, boolean local) {
    return "SELECT set_config('role', %5$s, %4$s), set_config('search_path', %1$s, %4$s), set_config('lock_timeout', %2$s, %4$s), set_config('statement_timeout', %3$s, %4$s)"
        .formatted(
            SqlLiterals.literal(searchPath),
            SqlLiterals.literal(lockTimeout),
            SqlLiterals.literal(statementTimeout),
            local,
            SqlLiterals.literal(role));
  }

  private static String milliseconds(Duration duration) {
    // Zero would be no limit.
    return Long.toString(duration.isZero() ? 0 : Math.max(1, duration.toMillis()));
  }
}
