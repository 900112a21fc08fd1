package dev.migrations.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.migrations.fixture.PostgresServer;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.fixture.WireStep.Moment;
import dev.migrations.graph.Direction;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs that are broken off at any point of a history with every kind of unit, and the next runs,
 * which begin at once and must lead to what an undisturbed run leads to.
 */
class ChaosTests {

  private static List<Stage> stages;

  @BeforeAll
  static void anUndisturbedRun() {
    Logs.expectWarnings();
    try (TestDatabase db = PostgresServer.shared().createDatabase()) {
      stages = UndisturbedRun.inStages(db);
    }
  }

  @AfterAll
  static void logAsEver() {
    Logs.expectNoWarnings();
  }

  @Test
  void aRunThatIsKilledIsGoneOnWith() throws Exception {
    List<FaultPoint> points = FaultPoints.of(Fault.KILL, stages);
    breakOff(points, FaultPoints.asked(points, afterEachCommit().or(duringWhatWaits()), 10));
  }

  @Test
  void aRunOfTheWholeHistoryThatIsKilledIsGoneOnWith() throws Exception {
    Stage whole;
    try (TestDatabase db = PostgresServer.shared().createDatabase()) {
      whole = UndisturbedRun.whole(db);
    }
    List<FaultPoint> points = FaultPoints.of(Fault.KILL, List.of(whole));
    breakOff(points, FaultPoints.askedOfDear(points, 5, 200));
  }

  @Test
  void aRunWhoseBackendIsTerminatedIsGoneOnWith() throws Exception {
    List<FaultPoint> points = FaultPoints.of(Fault.TERMINATE, stages);
    breakOff(points, FaultPoints.asked(points, duringWhatWaits(), 10));
  }

  @Test
  void aRunWhoseConnectionIsCutIsGoneOnWith() throws Exception {
    List<FaultPoint> points = FaultPoints.of(Fault.CUT, stages);
    breakOff(points, FaultPoints.asked(points, point -> false, 25));
  }

  @Test
  void aRunThatIsOvertakenByAnotherDoesNothingTwice() throws Exception {
    List<FaultPoint> points = FaultPoints.of(Fault.OVERTAKE, stages);
    breakOff(points, FaultPoints.asked(points, point -> false, 25));
  }

  /** Whatever comes between two commits leaves the same behind. */
  private static Predicate<FaultPoint> afterEachCommit() {
    return point ->
        point.moment() == Moment.AFTER
            && point.stage().direction() == Direction.UPGRADE
            && point.stage().commits().contains(point.step());
  }

  /** For readers. */
  private static Predicate<FaultPoint> duringWhatWaits() {
    return point ->
        point.moment() == Moment.DURING
            && point.stage().direction() == Direction.UPGRADE
            && point.step().sql().contains("CONCURRENTLY");
  }

  private static void breakOff(List<FaultPoint> points, List<FaultPoint> asked) throws Exception {
    assumeFalse(asked.isEmpty(), "chaos.points asks for another fault");
    long start = System.nanoTime();
    try (FaultRuns runs = new FaultRuns(stages)) {
      runs.run(asked);
      System.out.printf(
          "%s at %d of %d points in %d s; %d next runs began beside the old backend; %d failed%n",
          asked.get(0).fault().inWords(),
          asked.size(),
          points.size(),
          Duration.ofNanos(System.nanoTime() - start).toSeconds(),
          runs.besideTheOld(),
          runs.failures().size());
      assertThat(runs.failures()).isEmpty();
    }
  }
}
