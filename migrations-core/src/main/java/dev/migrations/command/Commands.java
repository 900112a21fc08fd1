package dev.migrations.command;

import dev.migrations.engine.Finding;
import dev.migrations.engine.Migrations;
import dev.migrations.engine.MigrationsListener;
import dev.migrations.engine.MigrationsOverview;
import dev.migrations.engine.PlannedRun;
import dev.migrations.engine.StampReport;
import dev.migrations.graph.Direction;
import dev.migrations.graph.Target;
import dev.migrations.graph.TargetRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commands, as functions: each returns a value that others print, and none knows a terminal.
 * Thread-safe.
 *
 * <p>All throw a {@link dev.migrations.error.MigrationsException} that says what is wrong and what
 * to do; a wrong target is a {@link dev.migrations.graph.TargetException}. The database is asked
 * only where that is said.
 *
 * @since 0.1.0
 */
public final class Commands {

  private final Migrations migrations;

  /** The commands on a database and its revisions. */
  public Commands(Migrations migrations) {
    this.migrations = migrations;
  }

  /**
   * The version rows of the database: one query, or two with details.
   *
   * @param details whether to look up when, by whom and by what each row was applied
   */
  public Current current(boolean details) {
    MigrationsOverview overview =
        details ? migrations.lastApplied() : new MigrationsOverview(migrations.status(), List.of());
    return new Entries(migrations.scripts(), overview.status()).current(overview);
  }

  /** Revisions without a child, in load order. The database is not asked. */
  public List<RevisionEntry> heads() {
    return graphCommands().heads();
  }

  /** Revisions with several children, in load order. The database is not asked. */
  public List<BranchPoint> branches() {
    return graphCommands().branches();
  }

  /**
   * Revisions, newest first: the reverse of the order in which an upgrade applies them. The
   * database is asked when the range counts from {@code current}, or the current revisions are to
   * be marked.
   *
   * @param range {@code from:to}, {@code from:} or {@code :to}, both ends included; {@code null}
   *     for all. {@code current} may stand in it, and a distance alone counts from there: {@code
   *     -3:current}
   * @param markCurrent whether {@link Marker#CURRENT} and {@link Marker#APPLIED} are wanted
   */
  public List<RevisionEntry> history(@Nullable String range, boolean markCurrent) {
    TargetRange parsed = range == null ? new TargetRange(null, null) : TargetRange.parse(range);
    return markCurrent || parsed.needsCurrent()
        ? new Entries(migrations.scripts(), migrations.status()).of(parsed)
        : graphCommands().history(range);
  }

  /**
   * The revisions that the targets stand for, in that order, each once. The database is asked when
   * a target counts from {@code current}.
   */
  public List<RevisionEntry> show(List<String> targets) {
    List<Target> parsed = targets.stream().map(Target::parse).toList();
    return parsed.stream().anyMatch(Target::needsCurrent)
        ? new Entries(migrations.scripts(), migrations.status()).ofTargets(parsed)
        : graphCommands().show(targets);
  }

  /**
   * What a run would do to this database, with every statement. Nothing is changed, and no lock is
   * taken.
   *
   * @param direction which way
   * @param target what it would reach
   */
  public PlannedRun plan(Direction direction, String target) {
    return migrations.plan(direction, target);
  }

  /** Applies the revisions that lead to the target; see {@link Migrations#upgrade(String)}. */
  public RunResult upgrade(String target) {
    PlanKeeper plan = new PlanKeeper();
    return plan.result(migrations.upgrade(target, List.of(plan)));
  }

  /** As {@link #upgrade(String)}, telling the listener what happens while it happens. */
  public RunResult upgrade(String target, MigrationsListener listener) {
    PlanKeeper plan = new PlanKeeper();
    return plan.result(migrations.upgrade(target, List.of(plan, listener)));
  }

  /** Takes back what is above the target; see {@link Migrations#downgrade(String)}. */
  public RunResult downgrade(String target) {
    PlanKeeper plan = new PlanKeeper();
    return plan.result(migrations.downgrade(target, List.of(plan)));
  }

  /** As {@link #downgrade(String)}, telling the listener what happens while it happens. */
  public RunResult downgrade(String target, MigrationsListener listener) {
    PlanKeeper plan = new PlanKeeper();
    return plan.result(migrations.downgrade(target, List.of(plan, listener)));
  }

  /**
   * Sets the version rows without running anything; see {@link Migrations#stamp}.
   *
   * @param targets one target or several
   * @param purge whether to forget all rows first, also those that the application does not know
   */
  public StampReport stamp(List<String> targets, boolean purge) {
    return migrations.stamp(targets, purge);
  }

  /** All that does not fit between the database and the revisions; empty when all is well. */
  public List<Finding> check() {
    return migrations.check();
  }

  /**
   * The script that upgrades a database without the application. The database is not asked.
   *
   * @param range {@code from:to}, or a target alone, which starts from an empty database
   * @param serverVersion the major version of the server that will run it, such as 18
   * @throws dev.migrations.engine.NotScriptableException when a revision has code in it
   */
  public String upgradeSql(String range, int serverVersion) {
    return migrations.upgradeSql(range, serverVersion);
  }

  /**
   * The script that downgrades a database without the application. The database is not asked.
   *
   * @param range {@code from:to}, where {@code from} is where the database stands
   * @param serverVersion the major version of the server that will run it, such as 18
   * @throws dev.migrations.engine.NotScriptableException when a revision has code in it
   */
  public String downgradeSql(String range, int serverVersion) {
    return migrations.downgradeSql(range, serverVersion);
  }

  /**
   * The script that stamps a database without the application. The database is not asked.
   *
   * @param targets one target or several; {@code from:to} says where the database stands, a target
   *     alone starts from an empty database
   */
  public String stampSql(List<String> targets) {
    return migrations.stampSql(targets);
  }

  private GraphCommands graphCommands() {
    return new GraphCommands(migrations.scripts());
  }
}
