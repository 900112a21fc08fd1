package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.Command;
import dev.migrations.sql.LockMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement is said to lock is what PostgreSQL locks when it runs. */
@PostgresTest
class LockForecastTests {

  private static final Pattern MARK =
      Pattern.compile("(since|at most)(?: before)?(?: (\\d+))?: (.*)");

  private static final String LOCKED =
      """
      SELECT relation::bigint, mode FROM pg_locks
      WHERE pid = pg_backend_pid() AND relation IS NOT NULL AND granted""";

  /**
   * A line of the list.
   *
   * @param since the first server that has the statement
   * @param atMostBefore the first server that locks all that is foreseen, and not a part of it
   */
  private record Line(int since, int atMostBefore, String statement) {

    static Line of(String text) {
      Matcher mark = MARK.matcher(text);
      if (!mark.matches()) {
        return new Line(0, 0, text);
      }
      int major = mark.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(mark.group(2));
      return mark.group(1).equals("since")
          ? new Line(major, 0, mark.group(3))
          : new Line(0, major, mark.group(3));
    }
  }

  @Test
  void eachStatementLocksWhatIsForeseen(TestDatabase db) throws SQLException, IOException {
    db.execute(resource("schema.sql"));
    List<String> wrong = new ArrayList<>();
    try (Connection connection = db.connect()) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      Map<Long, String> tables = tables(connection);
      for (String text : resource("statements.txt").lines().toList()) {
        Line line = Line.of(text);
        if (major < line.since()) {
          continue;
        }
        PlannedLocks foreseen = foreseen(connection, line.statement());
        Map<String, LockMode> taken = taken(connection, line.statement(), tables);
        if (!fits(foreseen, taken, major < line.atMostBefore())) {
          wrong.add(
              "%s%n  foreseen %s %s%n  taken    %s"
                  .formatted(line.statement(), modes(foreseen), foreseen.unknown(), taken));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** What refuses a transaction is looked at while it waits for somebody else's lock. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE INDEX CONCURRENTLY ix_new ON orders (total)                 | orders
          CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix_new ON orders (id) | orders
          DROP INDEX CONCURRENTLY ix_orders_status                           | orders
          REINDEX INDEX CONCURRENTLY ux_orders_note                          | orders
          REINDEX TABLE CONCURRENTLY orders                                  | orders
          REINDEX (VERBOSE, CONCURRENTLY) TABLE orders                       | orders
          VACUUM orders                                                      | orders
          VACUUM ANALYZE orders                                              | orders
          VACUUM (FREEZE) logs, orders                                       | orders
          VACUUM FULL orders                                                 | orders
          VACUUM (FULL, ANALYZE) orders                                      | orders
          VACUUM (FULL off) visits                                           | visits_2024
          ALTER TABLE visits DETACH PARTITION visits_2024 CONCURRENTLY       | visits
          """)
  void aStatementOutsideATransactionWaitsForTheLockThatIsForeseen(
      String statement, String table, TestDatabase db) throws SQLException, IOException {
    db.execute(resource("schema.sql"));
    assertWaitsAsForeseen(db, statement, table, "SHARE UPDATE EXCLUSIVE");
  }

  @Test
  void aConcurrentDetachLocksThePartitionOutInTheEnd(TestDatabase db)
      throws SQLException, IOException {
    db.execute(resource("schema.sql"));
    assertWaitsAsForeseen(
        db,
        "ALTER TABLE visits DETACH PARTITION visits_2024 CONCURRENTLY",
        "visits_2024",
        "ACCESS SHARE");
  }

  /** The lock on the index alone does it; on the table there is a weaker one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "REINDEX INDEX ix_orders_status",
        "REINDEX TABLE orders",
        "ALTER INDEX ix_orders_status SET TABLESPACE pg_default"
      })
  void whatLocksAnIndexOutBlocksEveryQueryOfItsTable(String statement, TestDatabase db)
      throws SQLException, IOException {
    db.execute(resource("schema.sql"));
    try (Connection holder = db.connect();
        Connection reader = db.connect()) {
      assertThat(modes(foreseen(holder, statement)))
          .containsEntry("orders", LockMode.ACCESS_EXCLUSIVE);
      holder.setAutoCommit(false);
      execute(holder, statement);
      execute(reader, "SET lock_timeout = '100ms'");
      assertThatThrownBy(() -> execute(reader, "SELECT FROM orders"))
          .hasMessageContaining("lock timeout");
      holder.rollback();
    }
  }

  private static void assertWaitsAsForeseen(
      TestDatabase db, String statement, String table, String held) throws SQLException {
    try (Connection holder = db.connect();
        Connection other = db.connect()) {
      PlannedLocks foreseen = foreseen(other, statement);
      holder.setAutoCommit(false);
      execute(holder, "LOCK TABLE " + table + " IN " + held + " MODE");
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(
              () -> {
                try {
                  execute(other, statement);
                } catch (SQLException ex) {
                  throw new IllegalStateException(ex);
                }
              });
      String awaited =
          await()
              .until(
                  () ->
                      db.column(
                          "SELECT mode FROM pg_locks WHERE NOT granted AND relation = '%s'::regclass"
                              .formatted(table)),
                  modes -> !modes.isEmpty())
              .get(0);
      holder.rollback();
      waiting.join();
      assertThat(modes(foreseen)).containsEntry(table, mode(String.valueOf(awaited)));
    }
  }

  /** What is not known may lock more than is foreseen. */
  private static boolean fits(PlannedLocks foreseen, Map<String, LockMode> taken, boolean atMost) {
    Map<String, LockMode> modes = modes(foreseen);
    if (!foreseen.unknown().isEmpty()) {
      return modes.entrySet().stream()
          .allMatch(lock -> lock.getValue() == taken.get(lock.getKey()));
    }
    if (atMost) {
      return taken.entrySet().stream()
          .allMatch(
              lock ->
                  modes.containsKey(lock.getKey())
                      && modes.get(lock.getKey()).compareTo(lock.getValue()) >= 0);
    }
    return modes.equals(taken);
  }

  private static PlannedLocks foreseen(Connection connection, String statement)
      throws SQLException {
    LockForecast forecast = new LockForecast();
    LockForecast.Foreseen foreseen = forecast.unit(List.of(new Command.Sql(statement)));
    return LockPlanning.locks(
        foreseen,
        new LockCatalog(connection)
            .ask(
                foreseen.locks().stream().map(lock -> lock.target()).toList(),
                foreseen.functions(),
                foreseen.written()));
  }

  private static Map<String, LockMode> taken(
      Connection connection, String sql, Map<Long, String> tables) throws SQLException {
    Map<String, LockMode> taken = new TreeMap<>();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      try (ResultSet locks = statement.executeQuery(LOCKED)) {
        while (locks.next()) {
          String table = tables.get(locks.getLong(1));
          LockMode mode = mode(locks.getString(2));
          if (table != null && mode != LockMode.ACCESS_SHARE) {
            taken.merge(table, mode, LockMode::or);
          }
        }
      }
    } catch (SQLException ex) {
      throw new IllegalStateException(sql, ex);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return taken;
  }

  private static Map<Long, String> tables(Connection connection) throws SQLException {
    Map<Long, String> tables = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT oid::bigint, oid::regclass FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm')
                  AND relnamespace IN ('public'::regnamespace, 'archive'::regnamespace)""")) {
      while (rows.next()) {
        tables.put(rows.getLong(1), rows.getString(2));
      }
    }
    return tables;
  }

  private static Map<String, LockMode> modes(PlannedLocks locks) {
    Map<String, LockMode> modes = new TreeMap<>();
    locks.locks().forEach(lock -> modes.put(lock.table(), lock.mode()));
    return modes;
  }

  /** {@code AccessShareLock} and so on. */
  private static LockMode mode(String name) {
    return LockMode.valueOf(
        name.replaceFirst("Lock$", "").replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = LockForecastTests.class.getResourceAsStream("/locks/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
