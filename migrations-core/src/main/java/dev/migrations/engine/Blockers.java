package dev.migrations.engine;

import dev.migrations.operation.Command;
import dev.migrations.sql.PgCatalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Who stood in the way of a statement that gave up waiting for a lock. The wait is over when one
 * can ask, so this looks for sessions that hold a lock on a relation that the statement names.
 */
final class Blockers {

  private static final String QUERY =
      "SELECT "
          + SessionInfo.COLUMNS
          + PgCatalog.sql(
              """

              FROM pg_catalog.pg_stat_activity a
              WHERE a.pid <> pg_backend_pid() AND a.pid = ANY (
                SELECT l.pid FROM pg_catalog.pg_locks l
                JOIN pg_catalog.pg_class c ON c.oid = l.relation
                WHERE l.locktype = 'relation' AND l.granted
                  AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d
                                    WHERE d.datname = current_database())
                  AND c.relkind = ANY ('{r,p,m,v}')
                  AND c.relnamespace <> 'pg_catalog'::regnamespace
                  AND strpos(?::text, c.relname::text) > 0)
              ORDER BY a.xact_start""");

  private Blockers() {}

  /** Who it was, as a sentence; nothing when the statement is not known. */
  static String describe(Connection connection, CommandFailure failure) {
    if (!(failure.command() instanceof Command.Sql statement)) {
      return "";
    }
    try {
      List<SessionInfo> sessions = of(connection, statement.sql());
      return sessions.isEmpty()
          ? "Who stood in the way is gone by now."
          : "In the way: " + SessionInfo.describe(sessions) + ".";
    } catch (SQLException ex) {
      failure.reason().addSuppressed(ex);
      return "";
    }
  }

  private static List<SessionInfo> of(Connection connection, String statement) throws SQLException {
    return SessionInfo.query(connection, QUERY, statement);
  }
}
