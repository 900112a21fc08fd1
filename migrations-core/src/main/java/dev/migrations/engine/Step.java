package dev.migrations.engine;

import dev.migrations.graph.Direction;
import dev.migrations.graph.PlanStep;
import dev.migrations.script.RevisionScript;
import java.util.List;
import java.util.OptionalLong;

/**
 * A step of the plan, with the rows before and after it and the script that it runs.
 *
 * @param inventory what the application has, when the step leaves the database at the heads of it
 */
record Step(
    PlanStep planned,
    List<String> rowsBefore,
    List<String> rowsAfter,
    RevisionScript script,
    OptionalLong inventory) {

  static Step of(PlanStep planned, List<String> rowsBefore, RevisionScript script) {
    return new Step(
        planned, rowsBefore, planned.rowsAfter(rowsBefore), script, OptionalLong.empty());
  }

  /** The same one, which settles the database. */
  Step settling(OptionalLong found) {
    return new Step(planned, rowsBefore, rowsAfter, script, found);
  }

  String revision() {
    return planned.revision();
  }

  /** What it does, as the subject of a sentence. */
  String work() {
    return "The %s of revision %s".formatted(Codes.of(direction()), revision());
  }

  Direction direction() {
    return planned.direction();
  }
}
