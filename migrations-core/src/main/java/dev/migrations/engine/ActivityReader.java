package dev.migrations.engine;

import dev.migrations.sql.PgCatalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks PostgreSQL what the session does that holds the lock of a run. To look for the lock, and not
 * for a process id, answers nothing where a pooler or a routing DataSource leads elsewhere.
 *
 * <p>It names no relation: to look one up might wait for the very lock that the run holds.
 */
final class ActivityReader {

  private static final String LONG_STATEMENTS =
      PgCatalog.sql(
          """
          SELECT pid, phase,
            CASE WHEN partitions_total > 0 THEN 'partitions'
                 WHEN starts_with(phase, 'waiting') THEN 'sessions'
                 WHEN strpos(phase, 'sorting') > 0 THEN NULL
                 WHEN strpos(phase, 'loading') > 0 OR blocks_total = 0 THEN 'tuples'
                 ELSE 'blocks' END AS measure,
            CASE WHEN partitions_total > 0 THEN partitions_done
                 WHEN starts_with(phase, 'waiting') THEN lockers_done
                 WHEN strpos(phase, 'loading') > 0 OR blocks_total = 0 THEN tuples_done
                 ELSE blocks_done END AS done,
            CASE WHEN partitions_total > 0 THEN partitions_total
                 WHEN starts_with(phase, 'waiting') THEN lockers_total
                 WHEN strpos(phase, 'loading') > 0 OR blocks_total = 0 THEN tuples_total
                 ELSE blocks_total END AS total
          FROM pg_catalog.pg_stat_progress_create_index
          UNION ALL
          SELECT pid, phase, CASE WHEN phase = 'seq scanning heap' THEN 'blocks' END,
            heap_blks_scanned, heap_blks_total
          FROM pg_catalog.pg_stat_progress_cluster
          UNION ALL
          SELECT pid, phase,
            CASE WHEN phase = 'scanning heap' OR phase = 'vacuuming heap' THEN 'blocks' END,
            CASE WHEN phase = 'scanning heap' THEN heap_blks_scanned ELSE heap_blks_vacuumed END,
            heap_blks_total
          FROM pg_catalog.pg_stat_progress_vacuum
          UNION ALL
          SELECT pid, phase, CASE WHEN starts_with(phase, 'acquiring') THEN 'blocks' END,
            sample_blks_scanned, sample_blks_total
          FROM pg_catalog.pg_stat_progress_analyze
          UNION ALL
          SELECT pid, command, 'bytes', bytes_processed, bytes_total
          FROM pg_catalog.pg_stat_progress_copy""");

  // pg_blocking_pids is asked once, in a subquery; in a join it would be once for each session.
  private static final String QUERY =
      "SELECT w.state AS own_state, pg_catalog.left(w.query, 1000) AS own_statement,"
          + " w.wait_event_type AS waits_for, p.phase, p.measure, p.done, p.total, "
          + SessionInfo.COLUMNS
          + PgCatalog.sql(
              """

              FROM pg_catalog.pg_locks l
              JOIN pg_catalog.pg_stat_activity w ON w.pid = l.pid
              CROSS JOIN LATERAL (SELECT pg_blocking_pids(w.pid) AS pids) b
              LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = ANY (b.pids)
              LEFT JOIN (
              """)
          + LONG_STATEMENTS
          + ") p ON p.pid OPERATOR(pg_catalog.=) w.pid WHERE ";

  private final Session working;
  private final long lock;

  /**
   * @param working the session that runs the revisions
   * @param schema the schema of the tables, which the lock belongs to
   */
  ActivityReader(Session working, String schema) {
    this.working = working;
    this.lock = AdvisoryLock.key(schema);
  }

  /** What that session does; {@code null} when there is no other connection to see it from. */
  @Nullable ServerActivity read() throws SQLException {
    try (Session other = working.openAnother()) {
      return other == null
          ? null
          : NetworkLimit.within(Lookout.PATIENCE, other.connection(), this::read);
    }
  }

  private @Nullable ServerActivity read(Connection connection) throws SQLException {
    String sql = QUERY + AdvisoryLock.held(lock) + " ORDER BY age DESC";
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? activity(result) : null;
    }
  }

  private static ServerActivity activity(ResultSet result) throws SQLException {
    boolean active = "active".equals(result.getString("own_state"));
    String statement = active ? result.getString("own_statement") : null;
    PhaseProgress progress = progress(result);
    boolean waiting = "Lock".equals(result.getString("waits_for"));
    List<SessionInfo> blockers = new ArrayList<>();
    do {
      if (result.getObject("pid") != null) {
        blockers.add(SessionInfo.of(result));
      }
    } while (result.next());
    return new ServerActivity(statement, progress, waiting || !blockers.isEmpty(), blockers);
  }

  private static @Nullable PhaseProgress progress(ResultSet result) throws SQLException {
    String phase = result.getString("phase");
    return phase == null
        ? null
        : new PhaseProgress(
            phase, result.getLong("done"), result.getLong("total"), result.getString("measure"));
  }
}
