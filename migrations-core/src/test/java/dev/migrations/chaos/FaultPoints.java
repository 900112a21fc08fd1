package dev.migrations.chaos;

import dev.migrations.fixture.WireStep;
import dev.migrations.fixture.WireStep.Kind;
import dev.migrations.fixture.WireStep.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All points of a history at which a fault can be made, or those of them that are asked for. */
final class FaultPoints {

  private static final String ALL = "all";
  private static final String SAMPLE = "sample";

  /** {@code sample}, {@code all}, such as {@code 1/4} for the first quarter of all, or one's id. */
  private static final String ASKED = System.getProperty("chaos.points", SAMPLE);

  private static final Pattern PART = Pattern.compile("(\\d+)/(\\d+)");

  private static final int ONE_IN = 10;

  private FaultPoints() {}

  static List<FaultPoint> of(Fault fault, List<Stage> stages) {
    List<FaultPoint> points = new ArrayList<>();
    for (Stage stage : stages) {
      for (WireStep step : stage.steps()) {
        for (Moment moment : Moment.values()) {
          if (isPossible(fault, stage, step, moment)) {
            points.add(new FaultPoint(fault, stage, step, moment));
          }
        }
      }
    }
    return points;
  }

  private static boolean isPossible(Fault fault, Stage stage, WireStep step, Moment moment) {
    boolean executes = step.kind() == Kind.EXECUTE || step.kind() == Kind.QUERY;
    return switch (fault) {
      // Between two round trips, where a pooler gives the server session to somebody else.
      case OVERTAKE ->
          moment == Moment.AFTER && step.kind() == Kind.SYNC && !isBeforeUnfenced(stage, step);
      case KILL, TERMINATE, CUT -> moment != Moment.DURING || executes;
    };
  }

  /**
   * Whether a statement comes next that PostgreSQL allows in no transaction, so that nothing can
   * make it fail when the lock of its session is lost in this very moment.
   */
  private static boolean isBeforeUnfenced(Stage stage, WireStep step) {
    return stage.steps().stream()
        .filter(next -> next.number() == step.number() + 1)
        .anyMatch(next -> next.sql().contains("CONCURRENTLY"));
  }

  /**
   * Those that are asked for; of a sample, which is the same each time, all that must be in it and
   * some of the others, as far apart as their number allows.
   */
  static List<FaultPoint> asked(List<FaultPoint> points, Predicate<FaultPoint> always, int others) {
    Matcher part = PART.matcher(ASKED);
    if (part.matches()) {
      return part(points, Integer.parseInt(part.group(1)), Integer.parseInt(part.group(2)));
    }
    return switch (ASKED) {
      case ALL -> points;
      case SAMPLE -> sample(points, always, others);
      default -> points.stream().filter(point -> point.id().equals(ASKED)).toList();
    };
  }

  private static List<FaultPoint> part(List<FaultPoint> points, int number, int parts) {
    return points.subList(points.size() * (number - 1) / parts, points.size() * number / parts);
  }

  /** As {@link #asked}, of points of which each is as dear as the whole history. */
  static List<FaultPoint> askedOfDear(List<FaultPoint> points, int some, int atMost) {
    boolean many = ASKED.equals(ALL) || PART.matcher(ASKED).matches();
    return many ? sample(points, point -> false, atMost) : asked(points, point -> false, some);
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
    if (PART.matcher(ASKED).matches()) {
      return null;
    }
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
