package dev.migrations.operation;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import dev.migrations.Operations;
import dev.migrations.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a recipe, stops it where it looks at rows and where it waits for a reader, and looks
 * each time at its locks and at the traffic that others have with the tables.
 */
@NullMarked
final class RecipeWatch implements AutoCloseable {

  private final SafeRecipe recipe;
  private final Connection runner;
  private final Connection holder;
  private final Connection reader;
  private final Connection application;
  private final Gate gate;
  private final int pid;
  private final String live;

  RecipeWatch(TestDatabase db, SafeRecipe recipe) throws SQLException {
    this.recipe = recipe;
    db.execute(Gate.FUNCTIONS + recipe.tables().setUp());
    runner = db.connect();
    holder = db.connect();
    reader = db.connect();
    application = db.connect();
    gate = new Gate(holder);
    pid = Integer.parseInt(value(runner, "SELECT pg_backend_pid()"));
    live =
        value(
            runner,
            "SELECT array_agg(oid)::text FROM pg_class WHERE relkind IN ('r', 'p', 'm')"
                + " AND relnamespace = 'public'::regnamespace");
    execute(runner, Gate.STOP_HERE);
    execute(application, "SET lock_timeout = '60ms'");
  }

  /** Carries out the safe form unit by unit. */
  List<Look> runSafe() throws SQLException {
    return run(recipe.safe(), true);
  }

  /** Carries out the blocking form, all of it in one transaction, and rolls it back. */
  List<Look> tryBlocking() throws SQLException {
    return run(requireNonNull(recipe.blocking()), false);
  }

  private List<Look> run(Consumer<Operations> author, boolean commit) throws SQLException {
    List<Look> looks = Collections.synchronizedList(new ArrayList<>());
    for (Unit unit : UnitWriter.units(Rendering.recorded(author), UnitRunner.version(runner))) {
      boolean outside = unit instanceof Unit.OutsideTransaction;
      gate.close();
      // What runs outside a transaction waits for everybody who uses the table, often twice.
      boolean reads = recipe.readerInTheWay() || outside;
      if (reads) {
        read();
      }
      try {
        watch(unit, looks, CompletableFuture.runAsync(() -> carryOut(unit, looks, commit)));
      } finally {
        gate.open();
        reader.setAutoCommit(true);
      }
    }
    return List.copyOf(looks);
  }

  private void watch(Unit unit, List<Look> looks, CompletableFuture<Void> run) throws SQLException {
    while (stops(run)) {
      looks.add(look(unit, true, 0));
      if (atTheGate()) {
        gate.open();
      } else {
        reader.setAutoCommit(true);
      }
    }
    run.join();
  }

  private boolean stops(CompletableFuture<Void> run) {
    await()
        .pollInterval(Duration.ofMillis(3))
        .atMost(Duration.ofSeconds(20))
        .until(() -> run.isDone() || atTheGate() || behindTheReader());
    return !run.isDone();
  }

  private boolean atTheGate() throws SQLException {
    return gate.isClosed() && waitsFor("= 'advisory'");
  }

  private boolean behindTheReader() throws SQLException {
    return !reader.getAutoCommit() && waitsFor("<> 'advisory'");
  }

  private boolean waitsFor(String event) throws SQLException {
    String waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event "
            + event
            + " AND pid = "
            + pid;
    return value(holder, waiting).equals("1");
  }

  /** As the nightly report that keeps its snapshot, and its locks, until it is done. */
  private void read() throws SQLException {
    reader.setAutoCommit(false);
    reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    for (String sql : recipe.tables().traffic()) {
      if (sql.startsWith("SELECT")) {
        execute(reader, sql);
      }
    }
  }

  private void carryOut(Unit unit, List<Look> looks, boolean commit) {
    try {
      if (unit instanceof Unit.OutsideTransaction outside) {
        execute(runner, outside.statement().sql());
        return;
      }
      runner.setAutoCommit(false);
      long before = rowsRead();
      for (Command command : unit.commands()) {
        execute(runner, ((Command.Sql) command).sql());
      }
      looks.add(look(unit, false, rowsRead() - before));
      if (commit) {
        runner.commit();
      } else {
        runner.rollback();
      }
      runner.setAutoCommit(true);
    } catch (SQLException ex) {
      throw new IllegalStateException(unit.commands().toString(), ex);
    }
  }

  /** How many rows of the tables in use this transaction, or one just before it, has read. */
  private long rowsRead() throws SQLException {
    return Long.parseLong(
        value(
            runner,
            "SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)"
                + " FROM pg_stat_xact_all_tables WHERE relid = ANY ('%s')".formatted(live)));
  }

  private Look look(Unit unit, boolean waits, long rowsRead) throws SQLException {
    String statement = ((Command.Sql) unit.commands().get(0)).sql();
    String stopped = waits || rowsRead > 0 ? firstStopped() : null;
    return new Look(statement, waits, rowsRead, stoppingLocks(), stopped);
  }

  /** Of a materialized view, which nobody writes, only the lock that stops reads counts. */
  private List<String> stoppingLocks() throws SQLException {
    return column(
        holder,
        """
        SELECT relation::regclass || ' ' || mode
        FROM pg_locks JOIN pg_class c ON c.oid = relation
        WHERE pid = %d AND relation = ANY ('%s')
          AND (mode = 'AccessExclusiveLock' OR c.relkind <> 'm'
            AND mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock'))
        ORDER BY 1"""
            .formatted(pid, live));
  }

  private @Nullable String firstStopped() throws SQLException {
    application.setAutoCommit(false);
    try {
      for (String sql : recipe.tables().traffic()) {
        if (meetsALock(sql)) {
          return sql;
        }
      }
      return null;
    } finally {
      application.rollback();
      application.setAutoCommit(true);
    }
  }

  private boolean meetsALock(String sql) throws SQLException {
    try {
      execute(application, sql);
      return false;
    } catch (SQLException ex) {
      if ("55P03".equals(ex.getSQLState())) {
        return true;
      }
      throw ex;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String value(Connection connection, String query) throws SQLException {
    return column(connection, query).get(0);
  }

  private static List<String> column(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : List.of(runner, holder, reader, application)) {
      connection.close();
    }
  }
}
