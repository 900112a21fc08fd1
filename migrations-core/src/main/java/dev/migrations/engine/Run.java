package dev.migrations.engine;

import dev.migrations.graph.Direction;
import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import dev.migrations.script.RevisionScripts;
import dev.migrations.sql.SqlNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One way from the version rows of a database to a target. */
final class Run {

  private static final Logger log = LoggerFactory.getLogger(Run.class);

  private final RevisionScripts scripts;
  private final MigrationsSettings settings;
  private final List<MigrationsListener> listeners;
  private final Direction direction;
  private final String target;
  private final Planning planning;
  private final StateReader stateReader;

  private final Instant startedAt = Instant.now();
  private final long start = System.nanoTime();
  private final List<StepReport> steps = new ArrayList<>();
  private List<String> rowsBefore = List.of();
  private List<String> rows = List.of();

  Run(
      RevisionScripts scripts,
      MigrationsSettings settings,
      List<MigrationsListener> listeners,
      Direction direction,
      String target) {
    this.scripts = scripts;
    this.settings = settings;
    this.listeners = listeners;
    this.direction = direction;
    this.target = target;
    this.planning = new Planning(scripts, settings);
    this.stateReader = new StateReader(settings.schema());
  }

  /** What the run has done so far. */
  RunReport report(Outcome outcome) {
    return new RunReport(
        direction,
        target,
        rowsBefore,
        rows,
        steps,
        startedAt,
        Duration.ofNanos(System.nanoTime() - start),
        outcome);
  }

  void execute(Session session) throws SQLException {
    DatabaseState state = read(session);
    rowsBefore = state.rows();
    Optional<Plan> plan = planning.plan(session.connection(), state, direction, target);
    if (plan.isEmpty() || plan.get().isEmpty()) {
      return;
    }
    if (state.standby()) {
      throw new StandbyException();
    }
    planning.readScripts(plan.get(), session.serverVersion());
    executeLocked(session, state);
  }

  private DatabaseState read(Session session) throws SQLException {
    DatabaseState state = stateReader.read(session.connection());
    rows = state.rows();
    return state;
  }

  private void executeLocked(Session session, DatabaseState found) throws SQLException {
    AdvisoryLock lock = new AdvisoryLock(session.connection(), found.schema());
    lock.acquire(settings.advisoryLockWait(), settings.advisoryLockPollInterval());
    Throwable failure = null;
    try {
      if (!found.tablesExist()) {
        createTables(session.connection(), found.tables());
      }
      DatabaseState state = read(session);
      Optional<Plan> plan = planning.plan(session.connection(), state, direction, target);
      if (plan.isPresent() && !plan.get().isEmpty()) {
        execute(session, state, plan.get());
      }
    } catch (SQLException | RuntimeException | Error ex) {
      failure = ex;
      throw ex;
    } finally {
      leave(session.connection(), lock, found.sessionDefaults(), failure);
    }
  }

  private void execute(Session session, DatabaseState state, Plan plan) {
    listeners.forEach(listener -> listener.runStarted(plan));
    StepRunner runner =
        new StepRunner(
            session, state, settings, new Bookkeeping(state.tables(), settings, Host.name()));
    for (PlanStep planned : plan.steps()) {
      listeners.forEach(listener -> listener.stepStarted(planned));
      long stepStart = System.nanoTime();
      Step step = Step.of(planned, rows, scripts.script(planned.revision()));
      runner.run(step);
      rows = step.rowsAfter();
      StepReport report =
          new StepReport(
              planned.revision(),
              step.script().message(),
              direction,
              Duration.ofNanos(System.nanoTime() - stepStart));
      steps.add(report);
      listeners.forEach(listener -> listener.stepFinished(report));
    }
  }

  private void createTables(Connection connection, Tables tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!schemaExists(connection, tables.schema())) {
        statement.execute("CREATE SCHEMA " + SqlNames.quote(tables.schema()));
      }
      for (String ddl : tables.ddl()) {
        statement.addBatch(ddl);
      }
      statement.executeBatch();
    } catch (SQLException ex) {
      SQLException cause = ex.getNextException() == null ? ex : ex.getNextException();
      throw new TablesNotCreatedException(
          tables.schema(), connection.getMetaData().getUserName(), cause);
    }
  }

  /** CREATE SCHEMA IF NOT EXISTS asks for the right to create one even when it is there. */
  private static boolean schemaExists(Connection connection, String schema) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = ?)")) {
      statement.setString(1, schema);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }

  /** Leaves nothing behind on the connection, and never hides the failure that came first. */
  private static void leave(
      Connection connection,
      AdvisoryLock lock,
      SessionDefaults defaults,
      @Nullable Throwable failure)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!lock.release()) {
        log.warn(
            "The session no longer held the lock of the run. A pooler in transaction mode between"
                + " the application and PostgreSQL does that; point migrations.url to the server"
                + " itself.");
      }
      statement.execute(defaults.restore());
    } catch (SQLException ex) {
      if (failure == null) {
        throw ex;
      }
      failure.addSuppressed(ex);
    }
  }
}
