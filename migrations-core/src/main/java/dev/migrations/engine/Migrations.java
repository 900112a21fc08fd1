package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import dev.migrations.script.RevisionScripts;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs the revisions of an application on its database. Thread-safe; holds no connection between
 * calls, and one at most during a call.
 *
 * <p>Every method that speaks to the database throws a {@link MigrationsException}: {@link
 * DatabaseUnavailableException} when it cannot be reached, {@link NotPostgresException} when it is
 * another product, {@link BookkeepingException} when it refuses access to the engine's own tables.
 *
 * @since 0.1.0
 */
public final class Migrations {

  private final DataSource dataSource;
  private final RevisionScripts scripts;
  private final MigrationsSettings settings;
  private final List<MigrationsListener> listeners;
  private volatile @Nullable RunReport lastRun;

  /** For the given database, revisions, settings and those who listen. */
  public Migrations(
      DataSource dataSource,
      RevisionScripts scripts,
      MigrationsSettings settings,
      List<MigrationsListener> listeners) {
    this.dataSource = dataSource;
    this.scripts = scripts;
    this.settings = settings;
    this.listeners = List.copyOf(listeners);
  }

  /** The database. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** The revisions. */
  public RevisionScripts scripts() {
    return scripts;
  }

  /**
   * Applies the revisions that lead to the target. When they are applied already this costs one
   * query and takes no lock.
   *
   * @param target any target that an upgrade may have: {@code head}, {@code heads}, an id, {@code
   *     +1} and so on
   * @return what was done
   * @throws RevisionFailedException when a revision failed; those before it stay applied
   * @throws AdvisoryLockException when another instance ran revisions for too long
   * @throws UnknownRevisionInDatabaseException when the database is ahead of the application
   * @throws EditedRevisionException when a revision was edited after it was applied
   */
  public RunReport upgrade(String target) {
    return run(Direction.UPGRADE, target);
  }

  /**
   * Takes back the revisions that lead down to the target. Nothing is taken back when one of them
   * has no downgrade.
   *
   * @param target any target that a downgrade may have: {@code base}, an id, {@code -1} and so on
   * @return what was done
   * @throws RevisionFailedException when a revision failed; those before it stay taken back
   * @throws AdvisoryLockException when another instance ran revisions for too long
   */
  public RunReport downgrade(String target) {
    return run(Direction.DOWNGRADE, target);
  }

  /**
   * Checks, changing nothing, that an upgrade to the target would have nothing to do.
   *
   * @throws NotAtTargetException when revisions are pending
   * @throws UnknownRevisionInDatabaseException when the database is ahead of the application
   * @throws EditedRevisionException when a revision was edited after it was applied
   */
  public void validate(String target) {
    inSession(
        session -> {
          DatabaseState state = new StateReader(settings.schema()).read(session.connection());
          Optional<Plan> plan =
              new Planning(scripts, settings)
                  .plan(session.connection(), state, Direction.UPGRADE, target);
          if (plan.isPresent() && !plan.get().isEmpty()) {
            throw notAtTarget(target, plan.get());
          }
          return state;
        });
  }

  /** Where the database stands: one query, nothing is changed. */
  public MigrationsStatus status() {
    return inSession(
        session -> status(new StateReader(settings.schema()).read(session.connection())));
  }

  /** Where the database stands and how it came there: two queries, nothing is changed. */
  public MigrationsOverview overview() {
    return inSession(
        session -> {
          DatabaseState state = new StateReader(settings.schema()).read(session.connection());
          List<HistoryEntry> history =
              state.tablesExist()
                  ? new HistoryReader(session.connection(), state.tables()).all()
                  : List.of();
          return new MigrationsOverview(status(state), history);
        });
  }

  /** The last upgrade or downgrade of this instance, if there was one. */
  public Optional<RunReport> lastRun() {
    return Optional.ofNullable(lastRun);
  }

  private RunReport run(Direction direction, String target) {
    Run run = new Run(scripts, settings, listeners, direction, target);
    try {
      inSession(
          session -> {
            run.execute(session);
            return run;
          });
    } catch (RuntimeException | Error ex) {
      try {
        finished(run.report(Outcome.FAILED));
      } catch (RuntimeException listening) {
        if (listening != ex) {
          ex.addSuppressed(listening);
        }
      }
      throw ex;
    }
    return finished(run.report(Outcome.SUCCEEDED));
  }

  private RunReport finished(RunReport report) {
    lastRun = report;
    listeners.forEach(listener -> listener.runFinished(report));
    return report;
  }

  private MigrationsStatus status(DatabaseState state) {
    List<String> unknown = new Planning(scripts, settings).unknown(state);
    List<String> pending =
        unknown.isEmpty()
            ? scripts.graph().upgrade(state.rows(), "heads").steps().stream()
                .map(PlanStep::revision)
                .toList()
            : List.of();
    return new MigrationsStatus(
        state.rows(), scripts.graph().heads(), pending, unknown, state.underWay());
  }

  private NotAtTargetException notAtTarget(String target, Plan plan) {
    List<String> pending = plan.steps().stream().map(PlanStep::revision).toList();
    String description =
        pending.stream()
            .map(id -> "  " + id + " (" + scripts.script(id).message() + ")")
            .collect(Collectors.joining(System.lineSeparator()));
    return new NotAtTargetException(target, plan.rowsBefore(), pending, description);
  }

  private interface Work<T> {
    T run(Session session) throws SQLException;
  }

  private <T> T inSession(Work<T> work) {
    try (Session session = Session.open(dataSource)) {
      return work.run(session);
    } catch (SQLException ex) {
      throw SqlStates.isUnreachable(ex)
          ? new DatabaseUnavailableException(ex)
          : new BookkeepingException(ex);
    }
  }
}
