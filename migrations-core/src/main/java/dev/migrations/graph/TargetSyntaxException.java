package dev.migrations.graph;

import dev.migrations.error.OneLine;

/**
 * A text that is no target, or no range where a range is asked for.
 *
 * @since 0.1.0
 */
public final class TargetSyntaxException extends TargetException {

  private static final long serialVersionUID = 1L;

  TargetSyntaxException(String target, String reason) {
    super(
        target,
        "'" + OneLine.of(target) + "' is not a target: " + reason + ".",
        "Write head, heads, base, a revision id or at least "
            + Target.MIN_PREFIX
            + " characters of it, a branch label, label@head, label@heads, label@base, +2, -1,"
            + " label@+1, label@-1, or a revision with a distance such as ae10+2 or head-1.");
  }
}
