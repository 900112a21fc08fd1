package dev.migrations.chaos;

import dev.migrations.engine.Migrations;
import dev.migrations.fixture.FaultProxy;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.Direction;
import dev.migrations.graph.PlanStep;
import dev.migrations.graph.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs the history, and writes down what is said to the server and what comes of it. */
final class UndisturbedRun {

  private final TestDatabase db;
  private final Migrations migrations;
  private final List<Stage> stages = new ArrayList<>();

  private UndisturbedRun(TestDatabase db) {
    this.db = db;
    this.migrations = History.on(db.dataSource());
  }

  /** A revision at a time. */
  static List<Stage> inStages(TestDatabase db) {
    UndisturbedRun run = new UndisturbedRun(db);
    run.plan(Direction.UPGRADE, "heads").forEach(id -> run.stage(Direction.UPGRADE, id, id));
    run.plan(Direction.DOWNGRADE, "base")
        .forEach(id -> run.stage(Direction.DOWNGRADE, id, run.wayDown(id)));
    return run.stages;
  }

  /** All revisions in one run. */
  static Stage whole(TestDatabase db) {
    UndisturbedRun run = new UndisturbedRun(db);
    run.stage(Direction.UPGRADE, "heads", "heads");
    return run.stages.get(0);
  }

  private List<String> plan(Direction direction, String target) {
    return migrations.plan(direction, target).plan().steps().stream()
        .map(PlanStep::revision)
        .toList();
  }

  /** A relative target would lead further once the revision is taken back. */
  private String wayDown(String revision) {
    RevisionNode node = migrations.scripts().script(revision).node();
    Stream<String> branches = node.branchLabels().stream().map(label -> label + "@base");
    return Stream.of(node.downRevisions().stream(), branches, Stream.of("base"))
        .flatMap(targets -> targets)
        .filter(target -> plan(Direction.DOWNGRADE, target).equals(List.of(revision)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No target takes back only " + revision));
  }

  private void stage(Direction direction, String revision, String target) {
    try (FaultProxy proxy = new FaultProxy(db)) {
      History.run(proxy.dataSource(), direction, target);
      stages.add(
          new Stage(stages.size(), direction, revision, target, proxy.steps(), Snapshot.of(db)));
    }
  }
}
