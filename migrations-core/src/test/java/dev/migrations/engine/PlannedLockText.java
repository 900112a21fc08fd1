package dev.migrations.engine;

import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.Direction;
import java.nio.file.Path;
import java.util.List;

/** What a dry run tells of locks, a line a unit; what it does not know has a question mark. */
final class PlannedLockText {

  private PlannedLockText() {}

  /** Of one revision, which is not applied. */
  static List<String> of(TestDatabase db, Path directory, String upgrade) {
    return of(
        new SqlRevisions(directory)
            .add("r1", "", upgrade, "SELECT 1;")
            .on(db)
            .plan(Direction.UPGRADE, "head"));
  }

  static List<String> of(PlannedRun run) {
    return run.steps().stream()
        .flatMap(step -> step.units().stream())
        .map(unit -> of(unit.locks()))
        .toList();
  }

  private static String of(PlannedLocks locks) {
    StringBuilder text = new StringBuilder();
    locks.locks().forEach(lock -> text.append(lock.table() + " " + lock.mode().sql() + ", "));
    locks.unknown().forEach(what -> text.append("? " + what + ", "));
    return text.toString().replaceFirst(", $", "");
  }
}
