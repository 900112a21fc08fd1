package dev.migrations.chaos;

import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.Catalog;
import dev.migrations.operation.RoutineCatalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that a database holds, as lines: catalog, rows, version rows, history and journal, and what
 * no run may leave behind in it.
 *
 * @param lines sorted
 * @param failed the revisions that failed according to the history, which is no part of the lines
 */
record Snapshot(List<String> lines, List<String> failed) {

  private static final String TABLES =
      """
      SELECT c.oid::regclass
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND c.relkind IN ('r', 'm') AND c.relname NOT LIKE 'migrations\\_%'
      ORDER BY 1""";

  private static final String PLACES =
      """
      SELECT format('column %s of %s: %I', attnum, attrelid::regclass, attname)
      FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
      WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'm', 'v') AND attnum > 0
        AND NOT attisdropped""";

  /**
   * Values that are new each time are compared by their number: tokens, and what a sequence gives.
   */
  private static final String ROWS =
      """
      SELECT 'row of %1$s: ' || (to_jsonb(t) - '{card,token}'::text[])::text FROM %1$s t
      UNION ALL
      SELECT format('values in %1$s: %%s of card, %%s of token', count(DISTINCT to_jsonb(t) -> 'card'),
                    count(DISTINCT to_jsonb(t) -> 'token')) FROM %1$s t""";

  private static final String BOOKKEEPING =
      """
      SELECT 'version row ' || revision FROM migrations_revision
      UNION ALL
      SELECT 'journal ' || j::text FROM migrations_journal j
      UNION ALL
      SELECT format('history %s: %s %s from %s to %s, checksum %s, fingerprint %s',
                    row_number() OVER (ORDER BY id), event, revision, rows_before, rows_after,
                    checksum, fingerprint)
      FROM migrations_history WHERE outcome = 'succeeded'""";

  private static final String FAILED =
      "SELECT revision FROM migrations_history WHERE outcome <> 'succeeded'";

  /** Invalid indexes are among the lines of the catalog. */
  private static final String LEFTOVERS =
      """
      SELECT format('lock %s by %s', l.objid, l.pid) FROM pg_locks l
      WHERE l.locktype = 'advisory'
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      UNION ALL
      SELECT 'temporary ' || relname FROM pg_class WHERE relpersistence = 't'
      UNION ALL
      SELECT 'prepared transaction ' || gid FROM pg_prepared_xacts
      WHERE database = current_database()
      UNION ALL
      SELECT format('session %s of %s: %s', pid, application_name, state) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND backend_type = 'client backend'""";

  private static final int LARGEST_DIFFERENCE = 30;

  /** For those whose client is gone to notice it. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  Snapshot {
    lines = lines.stream().sorted().toList();
  }

  static Snapshot of(TestDatabase db) {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      // It runs once, and would be compiled for longer than it runs.
      statement.execute("SET jit = off");
      long end = System.nanoTime() + PATIENCE.toNanos();
      List<String> leftovers = column(statement, LEFTOVERS);
      while (!leftovers.isEmpty() && System.nanoTime() < end) {
        statement.execute("SELECT pg_sleep(0.002)");
        leftovers = column(statement, LEFTOVERS);
      }
      List<String> lines = new ArrayList<>(leftovers);
      lines.addAll(column(statement, Catalog.query()));
      lines.addAll(column(statement, RoutineCatalog.query()));
      lines.addAll(column(statement, PLACES));
      List<String> tables = column(statement, TABLES);
      if (!tables.isEmpty()) {
        lines.addAll(
            column(
                statement,
                tables.stream().map(ROWS::formatted).collect(Collectors.joining("\nUNION ALL\n"))));
      }
      lines.addAll(column(statement, BOOKKEEPING));
      return new Snapshot(lines, column(statement, FAILED));
    } catch (SQLException ex) {
      throw new IllegalStateException("No snapshot of " + db.name(), ex);
    }
  }

  private static List<String> column(Statement statement, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** What only this one has, and what only the other; empty when they are the same. */
  List<String> differencesFrom(Snapshot other) {
    if (lines.equals(other.lines)) {
      return List.of();
    }
    List<String> differences = new ArrayList<>();
    without(lines, other.lines).forEach(line -> differences.add("+ " + line));
    without(other.lines, lines).forEach(line -> differences.add("- " + line));
    return differences.size() <= LARGEST_DIFFERENCE
        ? differences
        : differences.subList(0, LARGEST_DIFFERENCE);
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    List<String> sorted = new ArrayList<>(others);
    Collections.sort(sorted);
    sorted.forEach(rest::remove);
    return rest;
  }
}
