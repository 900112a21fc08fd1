package dev.migrations.graph;

import org.jspecify.annotations.Nullable;

/**
 * What a command is told to reach, as it was typed: not yet looked up in a graph.
 *
 * <p>The grammar is {@code [branch@]point}, or {@code [branch@][point]+N} and {@code
 * [branch@][point]-N}, where a point is {@code head}, {@code heads}, {@code base}, {@code current},
 * an id, the beginning of an id (at least {@value #MIN_PREFIX} characters) or a branch label, and a
 * branch is a label or an id. A relative target without a point counts from {@code current}.
 *
 * @since 0.1.0
 */
public sealed interface Target {

  /** How many characters of an id must be typed at least, unless the id is given in full. */
  int MIN_PREFIX = 4;

  /** The branch in front of the {@code @}: a label or a revision; {@code null} without one. */
  @Nullable String branch();

  /** The place that is named or counted from. */
  Point point();

  /** Whether the target counts from the version rows of a database, or is those rows. */
  default boolean needsCurrent() {
    return point() == Point.Keyword.CURRENT;
  }

  /**
   * A place by its name.
   *
   * @param branch the branch to stay in, or {@code null}
   * @param point the place
   */
  record Absolute(@Nullable String branch, Point point) implements Target {
    @Override
    public String toString() {
      return (branch == null ? "" : branch + "@") + point;
    }
  }

  /**
   * A place some steps away from another.
   *
   * @param branch the branch to stay in, or {@code null}
   * @param point where counting starts
   * @param distance how many revisions up (above zero) or down (below zero); never zero
   */
  record Relative(@Nullable String branch, Point point, int distance) implements Target {
    public Relative {
      if (distance == 0) {
        throw new IllegalArgumentException("A relative target has a distance");
      }
    }

    /** The part that counts: {@code +2}. */
    String steps() {
      return distance > 0 ? "+" + distance : Integer.toString(distance);
    }

    @Override
    public String toString() {
      String start = point == Point.Keyword.CURRENT ? "" : point.toString();
      return (branch == null ? "" : branch + "@") + start + steps();
    }
  }

  /**
   * Reads a target.
   *
   * @throws TargetSyntaxException if the text is none
   */
  static Target parse(String text) {
    return new TargetParser(text).target();
  }
}
