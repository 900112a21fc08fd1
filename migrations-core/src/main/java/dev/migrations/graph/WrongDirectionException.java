package dev.migrations.graph;

/**
 * An upgrade that is told to go down from current, or a downgrade that is told to go up from it.
 *
 * @since 0.1.0
 */
public final class WrongDirectionException extends TargetException {

  private static final long serialVersionUID = 1L;

  private final Direction direction;

  WrongDirectionException(String target, Direction direction) {
    super(
        target,
        direction == Direction.UPGRADE
            ? "An upgrade cannot go to '" + target + "', which is below current."
            : "A downgrade cannot go to '" + target + "', which is above current.",
        direction == Direction.UPGRADE
            ? "Use downgrade, or a distance with '+'."
            : "Use upgrade, or a distance with '-'.");
    this.direction = direction;
  }

  /** What was asked for. */
  public Direction direction() {
    return direction;
  }
}
