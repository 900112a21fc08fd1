package dev.migrations.graph;

import dev.migrations.error.OneLine;
import dev.migrations.graph.Point.Keyword;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one target; what an id may contain is what makes this so simple. */
final class TargetParser {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<branch>[^@+:\\s-]+)@)?(?<point>[^@+:\\s-]+)?(?<steps>[+-]\\d+)?",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final String text;

  TargetParser(String text) {
    this.text = text;
  }

  Target target() {
    Matcher form = FORM.matcher(text);
    if (text.isEmpty()) {
      throw new TargetSyntaxException(text, "it is empty");
    }
    String obstacle = OneLine.obstacle(text);
    if (obstacle != null) {
      throw new TargetSyntaxException(text, "it contains " + obstacle);
    }
    if (text.indexOf(':') >= 0) {
      throw new TargetSyntaxException(text, "a range makes no sense here");
    }
    if (!form.matches()) {
      throw new TargetSyntaxException(text, "it does not follow the grammar");
    }
    String branch = form.group("branch");
    String point = form.group("point");
    String steps = form.group("steps");
    if (branch != null && Point.of(branch) instanceof Keyword) {
      throw new TargetSyntaxException(text, "'" + branch + "' is no branch");
    }
    if (steps == null) {
      if (point == null) {
        throw new TargetSyntaxException(text, "nothing follows the '@'");
      }
      return new Target.Absolute(branch, Point.of(point));
    }
    return new Target.Relative(
        branch, point == null ? Keyword.CURRENT : Point.of(point), distance(steps));
  }

  private int distance(String steps) {
    int distance;
    try {
      distance = Integer.parseInt(steps);
    } catch (NumberFormatException tooLarge) {
      throw new TargetSyntaxException(text, "'" + steps + "' is too far");
    }
    if (distance == 0) {
      throw new TargetSyntaxException(text, "'" + steps + "' goes nowhere");
    }
    return distance;
  }
}
