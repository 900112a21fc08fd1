package dev.migrations.graph;

/**
 * A range whose lower end is no ancestor of its upper end, so that nothing lies between them.
 *
 * @since 0.1.0
 */
public final class EmptyRangeException extends TargetException {

  private static final long serialVersionUID = 1L;

  EmptyRangeException(String range) {
    super(
        range,
        "No revision lies in the range '"
            + range
            + "': its beginning is not an ancestor of its end.",
        "Write the older revision first, and name two of one line.");
  }
}
