package dev.migrations.engine;

import dev.migrations.graph.PlanStep;
import dev.migrations.operation.Operation;
import dev.migrations.script.RevisionScript;
import java.util.List;

/** What the steps of a plan do. */
interface StepOperations {

  /**
   * @throws dev.migrations.error.MigrationsException when the revision cannot be read, or has no
   *     way in that direction
   */
  List<Operation> of(PlanStep step, RevisionScript script);

  /** By their revisions alone, whatever a database has of them. */
  static List<Operation> whole(PlanStep step, RevisionScript script) {
    return script.operations(step.direction());
  }
}
