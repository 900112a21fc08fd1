package dev.migrations.engine;

import dev.migrations.graph.Plan;
import dev.migrations.graph.PlanStep;
import dev.migrations.script.Predecessor;
import dev.migrations.script.RevisionScript;
import dev.migrations.script.RevisionScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a base that stands for what another tool made from running where that is there already. */
final class AdoptionGuard {

  private final RevisionScripts scripts;
  private final @Nullable String configuredSchema;

  AdoptionGuard(RevisionScripts scripts, @Nullable String configuredSchema) {
    this.scripts = scripts;
    this.configuredSchema = configuredSchema;
  }

  /**
   * Asks the database only where the plan would run such a base: one query.
   *
   * @throws NotAdoptedException when the other tool's table is there, or that of a third one with
   *     rows in it
   */
  void check(Connection connection, Plan plan) throws SQLException {
    Optional<RevisionScript> base =
        plan.rowsBefore().isEmpty() ? scripts.adoptingBase() : Optional.empty();
    if (base.isEmpty()) {
      return;
    }
    String id = base.get().node().id();
    Predecessor adopts = base.get().adopts();
    if (adopts == null || plan.steps().stream().noneMatch(step -> runs(step, id))) {
      return;
    }
    PredecessorSearch search =
        new PredecessorTables(connection, configuredSchema).search(adopts.table(), adopts.tool());
    if (!search.wanted().isEmpty()) {
      throw NotAdoptedException.at(id, adopts, search.wanted().get(0));
    }
    Optional<PredecessorTable> elsewhere =
        search.others().stream().filter(PredecessorTable::filled).findFirst();
    if (elsewhere.isPresent()) {
      throw NotAdoptedException.at(id, adopts, elsewhere.get());
    }
  }

  /** Itself, or the revision that replaces it. */
  private boolean runs(PlanStep step, String id) {
    String revision = step.revision();
    return revision.equals(id) || revision.equals(scripts.graph().countingFor(id));
  }
}
