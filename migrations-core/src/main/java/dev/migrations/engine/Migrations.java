package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.graph.Direction;
import dev.migrations.script.PredecessorTool;
import dev.migrations.script.RevisionScripts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs the revisions of an application on its database. Thread-safe; holds no connection between
 * calls, and one during a call. While a unit takes long, a second one is borrowed for a moment to
 * ask how it is getting on, if the DataSource has one; the run does without.
 *
 * <p>Every method that speaks to the database throws a {@link MigrationsException}: {@link
 * DatabaseUnavailableException} when it cannot be reached, {@link NotPostgresException} when it is
 * another product, {@link BookkeepingException} when it refuses access to the engine's own tables.
 *
 * @since 0.1.0
 */
public final class Migrations {

  /** The names of the tables that an engine keeps in its schema. */
  public static final List<String> TABLES =
      List.of(Tables.REVISION, Tables.HISTORY, Tables.JOURNAL);

  private final DataSource dataSource;
  private final RevisionScripts scripts;
  private final MigrationsSettings settings;
  private final List<MigrationsListener> listeners;
  private final Inspection inspection;
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
    this.inspection = new Inspection(scripts, settings);
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
   * @throws NotAdoptedException when another tool has kept the database so far
   */
  public RunReport upgrade(String target) {
    return run(Direction.UPGRADE, target, List.of());
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
    return run(Direction.DOWNGRADE, target, List.of());
  }

  /** As {@link #upgrade(String)}, telling these listeners as well what happens. */
  public RunReport upgrade(String target, List<MigrationsListener> alsoListening) {
    return run(Direction.UPGRADE, target, alsoListening);
  }

  /** As {@link #downgrade(String)}, telling these listeners as well what happens. */
  public RunReport downgrade(String target, List<MigrationsListener> alsoListening) {
    return run(Direction.DOWNGRADE, target, alsoListening);
  }

  /**
   * What a run would do to this database, with every statement; changes nothing and takes no lock.
   *
   * @throws MigrationsException whenever the run would be refused before its first statement
   */
  public PlannedRun plan(Direction direction, String target) {
    return inSession(session -> inspection.plan(session, direction, target));
  }

  /**
   * Sets the version rows without running anything, and records the checksums of what is applied,
   * so that edits of applied revisions are accepted. The rows move as an upgrade or a downgrade to
   * each target would move them, one target after the other; {@code label@base} takes away the rows
   * of that branch.
   *
   * @param targets one target or several
   * @param purge whether to forget all rows first, also those that the application does not know;
   *     relative targets count from the rows as they were
   * @return what was set
   * @throws UnknownRevisionInDatabaseException when the database is at a revision that the
   *     application does not have, unless {@code purge} is set
   * @throws RevisionUnderWayException when a revision is half done
   * @throws AdvisoryLockException when another instance ran revisions for too long
   * @throws ConcurrentRunException when another session moved the rows in between
   */
  public StampReport stamp(List<String> targets, boolean purge) {
    Stamp stamp = new Stamp(scripts, settings, targets, purge);
    return inSession(stamp::execute);
  }

  /**
   * As {@link #stamp}, but only where no revision is applied: a database with version rows is left
   * as it is, also when they come while this waits for another instance.
   *
   * @param target what the database stands for
   * @return what was set; {@linkplain StampReport#isEmpty() nothing} where there are version rows
   */
  public StampReport stampFromBase(String target) {
    Stamp stamp = new Stamp(scripts, settings, List.of(target), false, true);
    return inSession(stamp::execute);
  }

  /**
   * The script that upgrades a database without the application: all that a run would do, to be
   * executed statement by statement with no transaction around it, as {@code psql -v
   * ON_ERROR_STOP=1 -f} does. It refuses a database that is not where the range starts.
   *
   * @param range {@code from:to}, or a target alone, which starts from an empty database
   * @param serverVersion the major version of the server that will run it, such as 18
   * @throws NotScriptableException when a revision has code in it
   */
  public String upgradeSql(String range, int serverVersion) {
    return new OfflineScript(scripts, settings, serverVersion).upgrade(range);
  }

  /**
   * The script that downgrades a database without the application; see {@link #upgradeSql}.
   *
   * @param range {@code from:to}, where {@code from} is where the database stands
   * @param serverVersion the major version of the server that will run it, such as 18
   * @throws NotScriptableException when a revision has code in it
   */
  public String downgradeSql(String range, int serverVersion) {
    return new OfflineScript(scripts, settings, serverVersion).downgrade(range);
  }

  /**
   * The script that stamps a database without the application; see {@link #upgradeSql}. It records
   * the checksums of the revisions that it declares to be applied, and of no others: whether
   * applied ones were edited only the database knows.
   *
   * @param targets one target or several, as for {@link #stamp}; {@code from:to} says where the
   *     database stands, a target alone starts from an empty database
   */
  public String stampSql(List<String> targets) {
    Stamp.requireTarget(targets);
    return new OfflineStamp(scripts, settings).write(targets);
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
          inspection.validate(session, target);
          return target;
        });
  }

  /**
   * All that does not fit between the database and the revisions, whatever {@link
   * MigrationsSettings} say about it; empty when all is well. One query, nothing is changed.
   */
  public List<Finding> check() {
    return inSession(inspection::check);
  }

  /** Where the database stands: one query, nothing is changed. */
  public MigrationsStatus status() {
    return inSession(inspection::status);
  }

  /** Where the database stands and how it came there: two queries, nothing is changed. */
  public MigrationsOverview overview() {
    return inSession(inspection::overview);
  }

  /**
   * As {@link #overview}, but of the history only those rows that tell when each version row was
   * applied or stamped last.
   */
  public MigrationsOverview lastApplied() {
    return inSession(inspection::lastApplied);
  }

  /**
   * What is there before any revision: the version rows, what the database holds, and the table of
   * another tool, of which nothing is changed. A handful of queries.
   *
   * @param table the name of the other tool's table if it is another than usual, with its schema if
   *     it is not on the search path; {@code null} for the usual names
   * @param tool whose table is wanted; {@code null} for whoever has one
   * @throws MigrationsException when several tools have a table there, or the other tool has not
   *     finished its work: a migration that failed, a lock that it holds
   */
  public ExistingDatabase existing(@Nullable String table, @Nullable PredecessorTool tool) {
    return inSession(session -> inspection.existing(session, table, tool));
  }

  /** The same database, settings and listeners with other revisions. */
  public Migrations with(RevisionScripts others) {
    return new Migrations(dataSource, others, settings, listeners);
  }

  /** The last upgrade or downgrade of this instance, if there was one. */
  public Optional<RunReport> lastRun() {
    return Optional.ofNullable(lastRun);
  }

  private RunReport run(
      Direction direction, String target, List<MigrationsListener> alsoListening) {
    List<MigrationsListener> all = new ArrayList<>(listeners);
    all.addAll(alsoListening);
    Run run = new Run(scripts, settings, all, direction, target);
    try {
      execute(run);
    } catch (RuntimeException | Error ex) {
      try {
        finished(run.report(Outcome.FAILED), all);
      } catch (RuntimeException | Error listening) {
        if (listening != ex) {
          ex.addSuppressed(listening);
        }
      }
      throw ex;
    }
    return finished(run.report(Outcome.SUCCEEDED), all);
  }

  private void execute(Run run) {
    try {
      new RunConnections(dataSource, settings.reconnectWait()).execute(run);
    } catch (SQLException ex) {
      throw failure(ex);
    }
  }

  private static MigrationsException failure(SQLException cause) {
    return SqlStates.isUnreachable(cause)
        ? new DatabaseUnavailableException(cause)
        : new BookkeepingException(cause);
  }

  private RunReport finished(RunReport report, List<MigrationsListener> all) {
    lastRun = report;
    all.forEach(listener -> listener.runFinished(report));
    return report;
  }

  private interface Work<T> {
    T run(Session session) throws SQLException;
  }

  private <T> T inSession(Work<T> work) {
    try (Session session = Session.open(dataSource)) {
      return work.run(session);
    } catch (SQLException ex) {
      throw failure(ex);
    }
  }
}
