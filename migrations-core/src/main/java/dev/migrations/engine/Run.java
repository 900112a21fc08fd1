package dev.migrations.engine;

import dev.migrations.graph.Direction;
import dev.migrations.graph.Plan;
import dev.migrations.graph.Target;
import dev.migrations.script.RevisionScripts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One way from the version rows of a database to a target. When its connection breaks, it goes on
 * with another one.
 */
final class Run {

  private static final Logger log = LoggerFactory.getLogger(Run.class);

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
  private final StepReports reports;
  private List<String> rowsBefore = List.of();
  private @Nullable Standing found;
  private @Nullable Standing foundBefore;
  private @Nullable Plan agreed;
  private @Nullable HeldLock lock;

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
    this.reports = new StepReports(listeners, direction);
  }

  private record Standing(List<String> rows, List<JournalEntry> journal) {}

  /** What the run has done so far. */
  RunReport report(Outcome outcome) {
    return new RunReport(
        direction,
        target,
        rowsBefore,
        reports.rows(),
        reports.finished(),
        startedAt,
        Duration.ofNanos(System.nanoTime() - start),
        outcome);
  }

  /** Whether the last call found the database elsewhere than the call before. */
  boolean hasMovedOn() {
    return !Objects.equals(found, foundBefore);
  }

  /** Goes to the target, from wherever an earlier call has come to. */
  void execute(Session session) throws SQLException {
    SameFiles sameFiles = new SameFiles(scripts, target);
    boolean mayBeSettled = agreed == null && direction == Direction.UPGRADE;
    DatabaseState state =
        read(session, mayBeSettled ? sameFiles.inventory() : OptionalLong.empty());
    if (found == null) {
      rowsBefore = state.rows();
    }
    foundBefore = found;
    found = new Standing(state.rows(), state.journal());
    if (sameFiles.suffice(state)) {
      return;
    }
    if (state.settled()) {
      state = read(session, OptionalLong.empty());
    }
    Optional<Plan> plan = plan(session, state);
    if (plan.isEmpty() || plan.get().isEmpty()) {
      return;
    }
    if (state.standby()) {
      throw new StandbyException();
    }
    adoptionGuard.check(session.connection(), plan.get());
    int version = session.serverVersion();
    planning.readScripts(plan.get(), state.operations(version), version);
    new Exclusive(session, state, settings, lock)
        .call(() -> remains(session), own -> executeLocked(session, own));
  }

  private DatabaseState read(Session session, OptionalLong inventory) throws SQLException {
    DatabaseState state = stateReader.read(session.connection(), inventory);
    reports.found(state.rows());
    return state;
  }

  /**
   * Whether there is something to do, while another session has the lock, which may be going the
   * same way. What speaks against a run is looked at when the way is at its end.
   */
  private boolean remains(Session session) throws SQLException {
    DatabaseState state = read(session, OptionalLong.empty());
    return !state.journal().isEmpty()
        || (agreed == null && planning.leadsOn(state, direction, target))
        || plan(session, state).map(plan -> !plan.isEmpty()).orElse(false);
  }

  /** The way to the target, or what is left of it since it was agreed. */
  private Optional<Plan> plan(Session session, DatabaseState state) throws SQLException {
    Optional<Plan> plan = agreed == null ? Optional.empty() : state.rest(agreed);
    if (plan.isEmpty()) {
      refuseToCountAgain(state);
      plan = planning.plan(session.connection(), state, direction, target);
    }
    if (plan.isPresent()) {
      settle(session, state, plan.get());
    }
    return plan;
  }

  /** A target that counts from current would lead somewhere else than it did at first. */
  private void refuseToCountAgain(DatabaseState state) {
    if (agreed != null && Target.parse(target).needsCurrent()) {
      throw ConcurrentRunException.whileDisconnected(
          agreed.steps().get(0).revision(), state.rows(), target);
    }
  }

  private void settle(Session session, DatabaseState state, Plan rest) throws SQLException {
    List<Step> committed = reports.committedBefore(rest);
    committed.forEach(
        step -> log.info("{} had been committed when the connection broke", step.work()));
    reports.finish(committed, new HistoryReader(session.connection(), state.tables()));
  }

  private List<String> executeLocked(Session session, HeldLock own) throws SQLException {
    lock = own;
    DatabaseState state = read(session, OptionalLong.empty());
    Optional<Plan> plan = plan(session, state);
    if (plan.isPresent() && !plan.get().isEmpty()) {
      execute(session, state, plan.get());
    }
    return reports.rows();
  }

  private void execute(Session session, DatabaseState state, Plan plan) throws SQLException {
    List<MigrationsListener> audience = new ArrayList<>(listeners);
    audience.add(new ProgressLog());
    Lookout lookout = new Lookout(new ActivityReader(session, state.schema())::read);
    try (Heartbeat heartbeat = new Heartbeat(audience, lookout)) {
      execute(session, state, plan, heartbeat);
    }
  }

  /** What the application has, when the plan leads to its heads and nothing was edited. */
  private OptionalLong settling(Session session, DatabaseState state, Plan plan)
      throws SQLException {
    boolean toHeads = Set.copyOf(plan.rowsAfter()).equals(Set.copyOf(state.graph(scripts).heads()));
    return toHeads && planning.isUnedited(session.connection(), state)
        ? scripts.inventory()
        : OptionalLong.empty();
  }

  private void execute(Session session, DatabaseState state, Plan plan, Heartbeat heartbeat)
      throws SQLException {
    if (agreed == null) {
      listeners.forEach(listener -> listener.runStarted(plan));
    }
    agreed = plan;
    OptionalLong inventory = settling(session, state, plan);
    Bookkeeping bookkeeping = new Bookkeeping(state.tables(), settings, Host.name());
    TransactionFrame frame =
        TransactionFrame.of(
            session.connection(), state, settings, bookkeeping, plan.steps().size());
    Pipelining pipelining =
        new Pipelining(
            state,
            session.serverVersion(),
            frame,
            new StepsOfPlan(plan, scripts, inventory),
            mayPipeline(plan));
    PlanRunner runner =
        new PlanRunner(
            session,
            stateReader,
            state,
            plan,
            reports,
            new StepRunner(session, state, settings, bookkeeping, frame, heartbeat),
            new PipelineRunner(session.connection(), heartbeat));
    frame.during(() -> runner.run(pipelining));
  }

  private boolean mayPipeline(Plan plan) {
    return plan.direction() == Direction.UPGRADE
        && plan.steps().size() > 1
        && listeners.stream().noneMatch(MigrationsListener::needsCallsBetweenSteps);
  }
}
