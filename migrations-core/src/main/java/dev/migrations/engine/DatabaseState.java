package dev.migrations.engine;

import dev.migrations.graph.Direction;
import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import dev.migrations.graph.RevisionGraph;
import dev.migrations.script.RevisionScripts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one query tells about a database.
 *
 * @param schema the schema that holds the tables, or would hold them
 * @param tablesExist whether they are there
 * @param standby whether the server is in recovery, so that nothing can be written
 * @param backend the process id of the server session that answered
 * @param rows the version rows, sorted
 * @param fingerprints those with which what is applied was recorded
 * @param settled whether nothing happened since a run left the database at the heads of just the
 *     files that the application has today
 * @param journal the units of revisions that are under way, in order
 * @param sessionDefaults the settings of the session as they were found
 */
record DatabaseState(
    String schema,
    boolean tablesExist,
    boolean standby,
    int backend,
    List<String> rows,
    Fingerprints fingerprints,
    boolean settled,
    List<JournalEntry> journal,
    SessionDefaults sessionDefaults) {

  DatabaseState {
    rows = rows.stream().sorted().toList();
    journal = List.copyOf(journal);
  }

  Tables tables() {
    return new Tables(schema);
  }

  /** The units that an earlier run started for this revision, in order. */
  List<JournalEntry> journalOf(String revision, Direction direction) {
    return journal.stream()
        .filter(entry -> entry.revision().equals(revision) && entry.direction() == direction)
        .toList();
  }

  /**
   * What is left of a plan that was carried out in part; nothing when the rows are on none of its
   * steps.
   */
  Optional<Plan> rest(Plan plan) {
    List<String> at = plan.rowsBefore();
    for (int i = 0; i < plan.steps().size(); i++) {
      PlanStep step = plan.steps().get(i);
      boolean done = step.isOfHalfDone() && journalOf(step.revision(), Direction.UPGRADE).isEmpty();
      if (at.equals(rows) && !done) {
        return Optional.of(
            new Plan(
                plan.direction(),
                at,
                plan.rowsAfter(),
                plan.steps().subList(i, plan.steps().size())));
      }
      at = step.rowsAfter(at);
    }
    return at.equals(rows)
        ? Optional.of(new Plan(plan.direction(), at, at, List.of()))
        : Optional.empty();
  }

  /** Revisions whose upgrade is half done, whether it is being taken back or not. */
  List<String> upgradesUnderWay() {
    return journal.stream()
        .filter(entry -> entry.direction() == Direction.UPGRADE)
        .map(JournalEntry::revision)
        .distinct()
        .toList();
  }

  /** What steps do on this database, of which a revision may be half done. */
  StepOperations operations(int serverVersion) {
    return (step, script) ->
        step.isOfHalfDone()
            ? new TakeBack(script, journalOf(step.revision(), Direction.UPGRADE), serverVersion)
                .operations()
            : StepOperations.whole(step, script);
  }

  /** Revisions that are half done. One that is being taken back again is on its way down. */
  List<RevisionUnderWay> underWay() {
    Map<String, List<JournalEntry>> byRevision = new LinkedHashMap<>();
    for (JournalEntry entry : journal) {
      byRevision.computeIfAbsent(entry.revision(), id -> new ArrayList<>()).add(entry);
    }
    return byRevision.values().stream().map(DatabaseState::underWay).toList();
  }

  /** The graph in which this database plans. */
  RevisionGraph graph(RevisionScripts scripts) {
    return scripts.graph().forDatabase(rows, journal.stream().map(JournalEntry::revision).toList());
  }

  private static RevisionUnderWay underWay(List<JournalEntry> noted) {
    List<JournalEntry> down =
        noted.stream().filter(entry -> entry.direction() == Direction.DOWNGRADE).toList();
    List<JournalEntry> units = down.isEmpty() ? noted : down;
    JournalEntry first = units.get(0);
    int done = (int) units.stream().filter(JournalEntry::done).count();
    return new RevisionUnderWay(first.revision(), first.direction(), done, first.startedAt());
  }
}
