package dev.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrations.engine.EditedRevisionException;
import dev.migrations.engine.MigrationsListener;
import dev.migrations.engine.PlannedRun;
import dev.migrations.engine.PlannedUnit;
import dev.migrations.engine.RevisionFailedException;
import dev.migrations.engine.RunReport;
import dev.migrations.engine.SqlRevisions;
import dev.migrations.engine.StepReport;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.graph.Direction;
import dev.migrations.graph.PlanStep;
import dev.migrations.graph.WrongDirectionException;
import dev.migrations.operation.Command;
import dev.migrations.script.NoDowngradeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running a plan, and looking at it first. */
@PostgresTest
class RunTests {

  @TempDir Path directory;

  @Test
  void aDryRunShowsEveryStatementAndChangesNothing(TestDatabase db) {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .addTables(1)
            .add(
                "r2",
                "r1",
                "ALTER TABLE t1 ADD b int;\nCREATE INDEX CONCURRENTLY i ON t1 (b);",
                "DROP INDEX CONCURRENTLY i;");

    PlannedRun run = new Commands(revisions.on(db)).plan(Direction.UPGRADE, "head");

    assertThat(run.plan().rowsAfter()).containsExactly("r2");
    assertThat(run.steps()).extracting(step -> step.step().revision()).containsExactly("r1", "r2");
    assertThat(run.steps().get(1).message()).isEqualTo("Revision r2");
    assertThat(run.steps().get(1).units())
        .extracting(PlannedUnit::outsideTransaction, RunTests::sql)
        .containsExactly(
            tuple(false, List.of("ALTER TABLE t1 ADD b int")),
            tuple(true, List.of("CREATE INDEX CONCURRENTLY i ON t1 (b)")));
    assertThat(db.value("SELECT to_regclass('migrations_revision')")).isNull();
  }

  @Test
  void aDryRunKnowsWhatThisDatabaseHas(TestDatabase db) {
    Commands commands = new Commands(new SqlRevisions(directory).addTables(3).on(db));
    commands.upgrade("r2");

    assertThat(commands.plan(Direction.UPGRADE, "head").plan().steps())
        .extracting(PlanStep::revision)
        .containsExactly("r3");
    PlannedRun down = commands.plan(Direction.DOWNGRADE, "base");
    assertThat(down.steps())
        .extracting(step -> sql(step.units().get(0)))
        .containsExactly(List.of("DROP TABLE t2"), List.of("DROP TABLE t1"));
    assertThat(commands.plan(Direction.UPGRADE, "r2").plan().isEmpty()).isTrue();
    assertThat(commands.current(false).rows())
        .extracting(CurrentRevision::id)
        .containsExactly("r2");
  }

  @Test
  void aDryRunShowsWhatAnEarlierRunHasDone(TestDatabase db) {
    SqlRevisions revisions =
        new SqlRevisions(directory)
            .addTables(1)
            .add("r2", "r1", "CREATE INDEX CONCURRENTLY i ON t1 (id);\nSELECT 1/0;", "SELECT 1;");
    Commands commands = new Commands(revisions.on(db));
    assertThatThrownBy(() -> commands.upgrade("head")).isInstanceOf(RevisionFailedException.class);

    assertThat(commands.plan(Direction.UPGRADE, "head").steps().get(0).units())
        .extracting(PlannedUnit::done)
        .containsExactly(true, false);
  }

  @Test
  void aDryRunIsRefusedWhereTheRunWouldBe(TestDatabase db) {
    SqlRevisions revisions = new SqlRevisions(directory).addTables(1);
    revisions.write(
        "r2",
        "-- revision: r2\n-- down-revision: r1\n-- message: Keep\n-- upgrade\nCREATE TABLE t2 ();\n");
    Commands commands = new Commands(revisions.on(db));
    commands.upgrade("head");

    assertThatThrownBy(() -> commands.plan(Direction.DOWNGRADE, "base"))
        .isInstanceOf(NoDowngradeException.class);
    assertThatThrownBy(() -> commands.plan(Direction.DOWNGRADE, "+1"))
        .isInstanceOf(WrongDirectionException.class);
    revisions.add("r1", "", "CREATE TABLE t1 (id uuid);", "DROP TABLE t1;");
    assertThatThrownBy(() -> new Commands(revisions.on(db)).plan(Direction.UPGRADE, "head"))
        .isInstanceOf(EditedRevisionException.class);
  }

  @Test
  void aRunReturnsThePlanItCarriedOut(TestDatabase db) {
    Commands commands = new Commands(new SqlRevisions(directory).addTables(2).on(db));

    RunResult up = commands.upgrade("head");
    RunResult again = commands.upgrade("head");
    RunResult down = commands.downgrade("-1");

    assertThat(up.plan().steps()).extracting(PlanStep::revision).containsExactly("r1", "r2");
    assertThat(up.report().steps()).extracting(StepReport::revision).containsExactly("r1", "r2");
    assertThat(again.plan().isEmpty()).isTrue();
    assertThat(again.plan().rowsAfter()).containsExactly("r2");
    assertThat(down.plan().steps()).extracting(PlanStep::revision).containsExactly("r2");
    assertThat(down.report().rowsAfter()).containsExactly("r1");
  }

  @Test
  void aListenerOfOneRunHearsThatRunOnly(TestDatabase db) {
    List<String> heard = new ArrayList<>();
    MigrationsListener listener =
        new MigrationsListener() {
          @Override
          public void stepStarted(PlanStep step) {
            heard.add(step.revision());
          }

          @Override
          public void runFinished(RunReport report) {
            heard.add("end");
          }
        };
    Commands commands = new Commands(new SqlRevisions(directory).addTables(2).on(db));

    commands.upgrade("head", listener);
    commands.downgrade("base");

    assertThat(heard).containsExactly("r1", "r2", "end");
  }

  private static List<String> sql(PlannedUnit unit) {
    return unit.commands().stream().map(command -> ((Command.Sql) command).sql()).toList();
  }
}
