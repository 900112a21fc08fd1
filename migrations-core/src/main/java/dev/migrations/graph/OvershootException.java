package dev.migrations.graph;

/**
 * A relative target that goes farther than there are revisions.
 *
 * @since 0.1.0
 */
public final class OvershootException extends TargetException {

  private static final long serialVersionUID = 1L;

  private final String start;
  private final int distance;
  private final int available;

  OvershootException(String target, String start, int distance, int available) {
    super(
        target,
        "'%s' is too far: %+d from %s, but %s %s."
            .formatted(
                target,
                distance,
                start,
                available == 0 ? "no revision" : "only " + Listing.revisions(available),
                verb(distance, available)),
        action(distance, available));
    this.start = start;
    this.distance = distance;
    this.available = available;
  }

  private static String verb(int distance, int available) {
    if (distance > 0) {
      return available < 2 ? "follows" : "follow";
    }
    return "can be taken back";
  }

  private static String action(int distance, int available) {
    String end = distance > 0 ? "'head'" : "'base'";
    if (available == 0) {
      return "There is nothing to go to; name a revision instead.";
    }
    return "Use " + (distance > 0 ? "+" : "-") + available + ", or " + end + " to go all the way.";
  }

  /** Where counting started: an id, or {@code base}. */
  public String start() {
    return start;
  }

  /** How far the target is from there; below zero for down. */
  public int distance() {
    return distance;
  }

  /** How many revisions there are in that direction. */
  public int available() {
    return available;
  }
}
