package dev.migrations.engine;

import dev.migrations.graph.Direction;
import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import dev.migrations.script.RevisionScripts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One way from the version rows of a database to a target. */
final class Run {

  private final RevisionScripts scripts;
  private final MigrationsSettings settings;
  private final List<MigrationsListener> listeners;
  private final Direction direction;
  private final String target;
  private final Planning planning;
  private final StateReader stateReader;
  private final AdoptionGuard adoptionGuard;

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
    this.adoptionGuard = new AdoptionGuard(scripts, settings.schema());
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
    adoptionGuard.check(session.connection(), plan.get());
    int version = session.serverVersion();
    planning.readScripts(plan.get(), state.operations(version), version);
    new Exclusive(session, state, settings).call(() -> executeLocked(session));
  }

  private DatabaseState read(Session session) throws SQLException {
    DatabaseState state = stateReader.read(session.connection());
    rows = state.rows();
    return state;
  }

  private List<String> executeLocked(Session session) throws SQLException {
    DatabaseState state = read(session);
    Optional<Plan> plan = planning.plan(session.connection(), state, direction, target);
    if (plan.isPresent() && !plan.get().isEmpty()) {
      execute(session, state, plan.get());
    }
    return rows;
  }

  private void execute(Session session, DatabaseState state, Plan plan) {
    List<MigrationsListener> audience = new ArrayList<>(listeners);
    audience.add(new ProgressLog());
    Lookout lookout = new Lookout(new ActivityReader(session, state.schema())::read);
    try (Heartbeat heartbeat = new Heartbeat(audience, lookout)) {
      execute(session, state, plan, heartbeat);
    }
  }

  private void execute(Session session, DatabaseState state, Plan plan, Heartbeat heartbeat) {
    listeners.forEach(listener -> listener.runStarted(plan));
    StepRunner runner =
        new StepRunner(
            session,
            state,
            settings,
            new Bookkeeping(state.tables(), settings, Host.name()),
            heartbeat);
    for (PlanStep planned : plan.steps()) {
      listeners.forEach(listener -> listener.stepStarted(planned));
      long stepStart = System.nanoTime();
      Step step = Step.of(planned, rows, scripts.script(planned.revision()));
      runner.run(step, steps.size() + 1, plan.steps().size());
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
}
