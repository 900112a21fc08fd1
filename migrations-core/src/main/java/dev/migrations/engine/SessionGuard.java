package dev.migrations.engine;

import java.sql.SQLException;
import java.util.OptionalInt;

/**
 * The server session that took the lock of a run. Behind a pooler in transaction mode the next
 * transaction may be another's; so each says first in which one it is, with a statement that is
 * sent anyway.
 *
 * @param backend its process id
 * @param schema the schema of the tables, which the lock belongs to
 */
record SessionGuard(int backend, String schema) {

  private static final String REFUSAL = "migrations: no lock of the run in process ";
  private static final int LONGEST_PROCESS_ID = 9;

  /**
   * An expression that fails in any other session, and where somebody else has the lock. Whoever
   * has it gets it again; where it was lost it is held at least until the transaction ends.
   */
  String check() {
    return """
        CASE WHEN %s AND pg_catalog.pg_try_advisory_xact_lock(%s) THEN 0 \
        ELSE CAST(pg_catalog.concat('%s', pg_catalog.pg_backend_pid()) AS integer) END"""
        .formatted(isHere(), AdvisoryLock.key(schema), REFUSAL);
  }

  /** Whether the session is this one, as an expression. */
  String isHere() {
    return "pg_catalog.pg_backend_pid() OPERATOR(pg_catalog.=) " + backend;
  }

  /** The process in which {@link #check} failed, if that is the failure. */
  static OptionalInt refusedIn(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    int start = message.indexOf(REFUSAL) + REFUSAL.length();
    int end = start;
    while (end < message.length()
        && end - start < LONGEST_PROCESS_ID
        && Character.isDigit(message.charAt(end))) {
      end++;
    }
    return message.contains(REFUSAL) && end > start
        ? OptionalInt.of(Integer.parseInt(message, start, end, 10))
        : OptionalInt.empty();
  }
}
