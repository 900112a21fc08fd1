package dev.migrations.engine;

import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server session that took the lock of a run. Behind a pooler in transaction mode the next
 * transaction may be another's; so each says first in which one it is, with a statement that is
 * sent anyway.
 *
 * @param backend its process id
 * @param lock the key of the lock
 */
record SessionGuard(int backend, long lock) {

  private static final String REFUSAL = "migrations: no lock of the run in process ";
  private static final Pattern REFUSED = Pattern.compile(Pattern.quote(REFUSAL) + "(\\d{1,9})");

  /**
   * An expression that fails in any other session, and where somebody else has the lock. Whoever
   * has it gets it again; where it was lost it is held at least until the transaction ends.
   */
  String check() {
    return """
        CASE WHEN %s AND pg_catalog.pg_try_advisory_xact_lock(%s) THEN 0 \
        ELSE CAST(pg_catalog.concat('%s', pg_catalog.pg_backend_pid()) AS integer) END"""
        .formatted(isHere(), lock, REFUSAL);
  }

  /** Whether the session is this one, as an expression. */
  String isHere() {
    return "pg_catalog.pg_backend_pid() OPERATOR(pg_catalog.=) " + backend;
  }

  /** The process in which {@link #check} failed, if that is the failure. */
  static OptionalInt refusedIn(SQLException failure) {
    String message = failure.getMessage();
    Matcher refusal = REFUSED.matcher(message == null ? "" : message);
    return refusal.find()
        ? OptionalInt.of(Integer.parseInt(refusal.group(1)))
        : OptionalInt.empty();
  }
}
