package dev.migrations.chaos;

import dev.migrations.fixture.WireStep;
import dev.migrations.fixture.WireStep.Kind;
import dev.migrations.fixture.WireStep.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All points of a history at which a fault can be made, or those of them that are asked for. */
final class FaultPoints {

  private static final String ALL = "all";
  private static final String SAMPLE = "sample";

  /** {@code sample}, {@code all}, or the id of one. */
  private static final String ASKED = System.getProperty("chaos.points", SAMPLE);

  private static final int ONE_IN = 10;

  private FaultPoints() {}

  static List<FaultPoint> of(Fault fault, List<Stage> stages) {
    List<FaultPoint> points = new ArrayList<>();
    for (Stage stage : stages) {
      for (WireStep step : stage.steps()) {
        for (Moment moment : Moment.values()) {
          if (isPossible(fault, step, moment)) {
            points.add(new FaultPoint(fault, stage, step, moment));
          }
        }
      }
    }
    return points;
  }

  private static boolean isPossible(Fault fault, WireStep step, Moment moment) {
    boolean executes = step.kind() == Kind.EXECUTE || step.kind() == Kind.QUERY;
    return switch (fault) {
      // Between two round trips, where a pooler gives the server session to somebody else.
      case OVERTAKE -> moment == Moment.AFTER && step.kind() == Kind.SYNC;
      case KILL, TERMINATE, CUT -> moment != Moment.DURING || executes;
    };
  }

  /**
   * Those that are asked for; of a sample, which is the same each time, all that must be in it and
   * some of the others, as far apart as their number allows.
   */
  static List<FaultPoint> asked(List<FaultPoint> points, Predicate<FaultPoint> always, int others) {
    return switch (ASKED) {
      case ALL -> points;
      case SAMPLE -> sample(points, always, others);
      default -> points.stream().filter(point -> point.id().equals(ASKED)).toList();
    };
  }

  /** As {@link #asked}, of points of which each is as dear as the whole history. */
  static List<FaultPoint> askedOfDear(List<FaultPoint> points, int some, int many) {
    return switch (ASKED) {
      case ALL -> sample(points, point -> false, many);
      default -> asked(points, point -> false, some);
    };
  }

  private static List<FaultPoint> sample(
      List<FaultPoint> points, Predicate<FaultPoint> always, int others) {
    List<FaultPoint> rest = points.stream().filter(always.negate()).toList();
    Set<String> chosen =
        IntStream.range(0, others)
            .mapToObj(i -> rest.get((int) ((long) i * rest.size() / others)).id())
            .collect(Collectors.toSet());
    return points.stream()
        .filter(point -> always.test(point) || chosen.contains(point.id()))
        .toList();
  }

  /**
   * The end of the history for some points, when all are asked for, and for one that is asked for
   * alone: the database behind a revision is compared either way, so that little is left to find.
   */
  static @Nullable Stage goesOnTo(FaultPoint point, List<Stage> stages) {
    return switch (ASKED) {
      case ALL -> point.step().number() % ONE_IN == 0 ? last(point, stages) : null;
      case SAMPLE -> null;
      default -> last(point, stages);
    };
  }

  private static Stage last(FaultPoint point, List<Stage> stages) {
    return stages.stream()
        .filter(stage -> stage.direction() == point.stage().direction())
        .reduce((one, next) -> next)
        .orElseThrow();
  }
}
