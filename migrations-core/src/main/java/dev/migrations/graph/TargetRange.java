package dev.migrations.graph;

import org.jspecify.annotations.Nullable;

/**
 * A range of revisions as it was typed: {@code from:to}, {@code from:} or {@code :to}; {@code
 * current} may stand in it.
 *
 * @param from the lower end, or {@code null} for the bases
 * @param to the upper end, or {@code null} for the heads
 * @since 0.1.0
 */
public record TargetRange(@Nullable Target from, @Nullable Target to) {

  /**
   * Reads a range.
   *
   * @throws TargetSyntaxException if the text is none
   */
  public static TargetRange parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || colon != text.lastIndexOf(':') || text.length() == 1) {
      throw new TargetSyntaxException(text, "a range is 'from:to', 'from:' or ':to'");
    }
    String from = text.substring(0, colon);
    String to = text.substring(colon + 1);
    return new TargetRange(
        from.isEmpty() ? null : Target.parse(from), to.isEmpty() ? null : Target.parse(to));
  }

  /** Whether the range cannot be resolved without the version rows of a database. */
  public boolean needsCurrent() {
    return (from != null && from.needsCurrent()) || (to != null && to.needsCurrent());
  }

  @Override
  public String toString() {
    return (from == null ? "" : from) + ":" + (to == null ? "" : to);
  }
}
