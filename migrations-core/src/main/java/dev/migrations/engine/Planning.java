package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.operation.RefusedOperationsException;
import dev.migrations.operation.Unit;
import dev.migrations.operation.UnitWriter;
import dev.migrations.script.InvalidRevisionsException;
import dev.migrations.script.Predecessor;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the plan for a database, after everything that speaks against running one. */
final class Planning {

  private static final Logger log = LoggerFactory.getLogger(Planning.class);

  private final RevisionScripts scripts;
  private final MigrationsSettings settings;
  private final EditedRevisions editedRevisions;

  Planning(RevisionScripts scripts, MigrationsSettings settings) {
    this.scripts = scripts;
    this.settings = settings;
    this.editedRevisions = new EditedRevisions(scripts, settings.onEditedRevision());
  }

  /**
   * The plan, or nothing when the database is ahead of the application and that is allowed.
   *
   * @throws dev.migrations.error.MigrationsException when the target is wrong, or the database is
   *     in a state from which it must not be reached
   */
  Optional<Plan> plan(
      Connection connection, DatabaseState state, Direction direction, String target)
      throws SQLException {
    if (scripts.scripts().isEmpty()) {
      log.warn(
          "There are no revisions in {}: a file ends in .sql, a class implements Migration, has"
              + " @Revision and is in the package of that name",
          scripts.locations());
    }
    RevisionGraph graph = state.graph(scripts);
    List<String> unknown = graph.unknownRows(state.rows());
    if (!unknown.isEmpty()) {
      refuseOrWarn(unknown, connection, state, direction);
      return Optional.empty();
    }
    List<RevisionUnderWay> foreign =
        state.underWay().stream().filter(stopped -> !graph.contains(stopped.revision())).toList();
    if (!foreign.isEmpty() && mayGoOn(direction)) {
      if (settings.onUnknownRevision() == Reaction.WARN) {
        log.warn(
            "{} Nothing is run.",
            RevisionUnderWayException.notInPlan(foreign.get(0)).description());
      }
      return Optional.empty();
    }
    Plan plan = way(graph, state, direction, target);
    refuseToLeaveHalfDone(state, plan);
    editedRevisions.check(connection, state);
    return Optional.of(plan);
  }

  /**
   * Whether no revision was edited after it was applied, whatever is said about those that were.
   */
  boolean isUnedited(Connection connection, DatabaseState state) throws SQLException {
    return editedRevisions.of(connection, state, state.rows()).isEmpty();
  }

  /** Whether there is something to do, whatever speaks against it. */
  boolean leadsOn(DatabaseState state, Direction direction, String target) {
    RevisionGraph graph = state.graph(scripts);
    return graph.unknownRows(state.rows()).isEmpty()
        && !way(graph, state, direction, target).isEmpty();
  }

  private static Plan way(
      RevisionGraph graph, DatabaseState state, Direction direction, String target) {
    return direction == Direction.UPGRADE
        ? graph.upgrade(state.rows(), target)
        : graph.downgrade(state.rows(), halfDone(graph, state), target);
  }

  /** Those that the graph can place above the rows. */
  private static List<String> halfDone(RevisionGraph graph, DatabaseState state) {
    Set<String> applied = graph.applied(state.rows());
    return state.upgradesUnderWay().stream()
        .filter(graph::contains)
        .filter(revision -> applied.containsAll(graph.requirements(revision)))
        .toList();
  }

  /** Reads all that the plan will run, so that nothing is run when a part of it is unreadable. */
  void readScripts(Plan plan, StepOperations operations, int serverVersion) {
    List<InvalidRevisionsException> unreadable = new ArrayList<>();
    for (PlanStep step : plan.steps()) {
      RevisionScript script = scripts.script(step.revision());
      try {
        List<Unit> units = UnitWriter.units(operations.of(step, script), serverVersion);
        warnOfEmptyBase(script, step.direction(), units);
        script.checksum();
      } catch (InvalidRevisionsException ex) {
        unreadable.add(ex);
      } catch (RefusedOperationsException ex) {
        throw new MigrationsException(
            "The %s of revision %s (%s) in %s is refused. %s"
                .formatted(
                    Codes.of(step.direction()),
                    step.revision(),
                    script.message(),
                    script.node().origin(),
                    ex.description()),
            ex.action(),
            ex);
      }
    }
    if (!unreadable.isEmpty()) {
      throw InvalidRevisionsException.ofAll(unreadable);
    }
  }

  /** A database that adopted it has that schema; one that runs it gets nothing. */
  private static void warnOfEmptyBase(RevisionScript base, Direction direction, List<Unit> units) {
    Predecessor adopts = base.adopts();
    if (adopts != null && direction == Direction.UPGRADE && units.isEmpty()) {
      log.warn(
          "Revision {} stands for {}, and its upgrade is empty: a new database gets nothing of that"
              + " schema. {} says how to fill it.",
          base.node().id(),
          adopts.inWords(),
          base.node().origin());
    }
  }

  /** Only an upgrade, as at boot, may be content with doing nothing. */
  private boolean mayGoOn(Direction direction) {
    return direction == Direction.UPGRADE && settings.onUnknownRevision() != Reaction.FAIL;
  }

  private void refuseOrWarn(
      List<String> unknown, Connection connection, DatabaseState state, Direction direction)
      throws SQLException {
    boolean mayGoOn = mayGoOn(direction);
    UnknownRevisionInDatabaseException failure =
        UnknownRevisionInDatabaseException.run(
            unknown,
            new HistoryReader(connection, state.tables()).applied(unknown),
            state.graph(scripts));
    if (!mayGoOn || failure.isUnfinishedRange()) {
      throw failure;
    }
    if (settings.onUnknownRevision() == Reaction.WARN) {
      log.warn("{} Nothing is run.", failure.description());
    }
  }

  private static void refuseToLeaveHalfDone(DatabaseState state, Plan plan) {
    for (RevisionUnderWay stopped : state.underWay()) {
      boolean goesOn =
          plan.steps().stream()
              .anyMatch(
                  step ->
                      step.revision().equals(stopped.revision())
                          && (step.direction() == stopped.direction() || step.isOfHalfDone()));
      if (!goesOn) {
        throw RevisionUnderWayException.notInPlan(stopped);
      }
    }
  }
}
