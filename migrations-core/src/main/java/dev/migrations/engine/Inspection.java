package dev.migrations.engine;

import dev.migrations.graph.Direction;
import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.operation.LosesData;
import dev.migrations.operation.Operation;
import dev.migrations.operation.Unit;
import dev.migrations.operation.UnitWriter;
import dev.migrations.script.PredecessorTool;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at a database without changing it. */
final class Inspection {

  private final RevisionScripts scripts;
  private final Planning planning;
  private final StateReader stateReader;
  private final AdoptionGuard adoptionGuard;
  private final @Nullable String schema;

  Inspection(RevisionScripts scripts, MigrationsSettings settings) {
    this.scripts = scripts;
    this.planning = new Planning(scripts, settings);
    this.stateReader = new StateReader(settings.schema());
    this.adoptionGuard = new AdoptionGuard(scripts, settings.schema());
    this.schema = settings.schema();
  }

  MigrationsStatus status(Session session) throws SQLException {
    return status(stateReader.readWithoutFingerprints(session.connection()));
  }

  MigrationsOverview overview(Session session) throws SQLException {
    DatabaseState state = stateReader.readWithoutFingerprints(session.connection());
    List<HistoryEntry> history =
        state.tablesExist()
            ? new HistoryReader(session.connection(), state.tables()).all()
            : List.of();
    return new MigrationsOverview(status(state), history);
  }

  MigrationsOverview lastApplied(Session session) throws SQLException {
    DatabaseState state = stateReader.readWithoutFingerprints(session.connection());
    List<HistoryEntry> history =
        state.rows().isEmpty()
            ? List.of()
            : new HistoryReader(session.connection(), state.tables()).applied(state.rows());
    return new MigrationsOverview(status(state), history);
  }

  ExistingDatabase existing(Session session, @Nullable String table, @Nullable PredecessorTool tool)
      throws SQLException {
    Connection connection = session.connection();
    DatabaseState state = stateReader.readWithoutFingerprints(connection);
    PredecessorSearch search = new PredecessorTables(connection, schema).search(table, tool);
    return new ExistingDatabase(
        connection.getMetaData().getURL(),
        connection.getMetaData().getUserName(),
        state.schema(),
        state.rows(),
        ContentsReader.read(connection),
        new PredecessorReader(connection).read(search, table, tool),
        search.passedOver());
  }

  private MigrationsStatus status(DatabaseState state) {
    RevisionGraph graph = state.graph(scripts);
    List<String> unknown = graph.unknownRows(state.rows());
    List<String> pending =
        unknown.isEmpty() ? revisions(graph.upgrade(state.rows(), "heads")) : List.of();
    return new MigrationsStatus(state.rows(), graph.heads(), pending, unknown, state.underWay());
  }

  List<Finding> check(Session session) throws SQLException {
    Connection connection = session.connection();
    return new Findings(scripts, connection, stateReader.read(connection)).all();
  }

  void validate(Session session, String target) throws SQLException {
    SameFiles sameFiles = new SameFiles(scripts, target);
    DatabaseState state = stateReader.read(session.connection(), sameFiles.inventory());
    if (sameFiles.suffice(state)) {
      return;
    }
    if (state.settled()) {
      state = stateReader.read(session.connection());
    }
    Optional<Plan> plan = planning.plan(session.connection(), state, Direction.UPGRADE, target);
    if (plan.isPresent() && !plan.get().isEmpty()) {
      adoptionGuard.check(session.connection(), plan.get());
      throw notAtTarget(target, plan.get());
    }
  }

  private NotAtTargetException notAtTarget(String target, Plan plan) {
    List<String> pending = revisions(plan);
    String description =
        pending.stream()
            .map(id -> "  " + id + " (" + scripts.script(id).message() + ")")
            .collect(Collectors.joining(System.lineSeparator()));
    return new NotAtTargetException(target, plan.rowsBefore(), pending, description);
  }

  private static List<String> revisions(Plan plan) {
    return plan.steps().stream().map(PlanStep::revision).toList();
  }

  PlannedRun plan(Session session, Direction direction, String target) throws SQLException {
    DatabaseState state = stateReader.read(session.connection());
    Plan plan =
        planning
            .plan(session.connection(), state, direction, target)
            .orElseGet(() -> new Plan(direction, state.rows(), state.rows(), List.of()));
    adoptionGuard.check(session.connection(), plan);
    int version = session.serverVersion();
    StepOperations operations = state.operations(version);
    planning.readScripts(plan, operations, version);
    List<PlannedStep> steps = new ArrayList<>();
    for (PlanStep step : plan.steps()) {
      steps.add(plannedStep(step, state, operations, version));
    }
    return new PlannedRun(plan, new LockPlanning(session.connection()).withLocks(steps));
  }

  private PlannedStep plannedStep(
      PlanStep step, DatabaseState state, StepOperations stepOperations, int serverVersion) {
    RevisionScript script = scripts.script(step.revision());
    List<JournalEntry> journal = state.journalOf(step.revision(), step.direction());
    List<Operation> operations = stepOperations.of(step, script);
    List<Unit> units = UnitWriter.units(operations, serverVersion);
    List<PlannedUnit> planned = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      int unit = i;
      boolean done = journal.stream().anyMatch(entry -> entry.unit() == unit && entry.done());
      planned.add(new PlannedUnit(units.get(i), done, PlannedLocks.NONE));
    }
    return new PlannedStep(
        step, script.message(), script.node().origin(), LosesData.reasons(operations), planned);
  }
}
