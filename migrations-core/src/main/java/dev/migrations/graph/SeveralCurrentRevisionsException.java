package dev.migrations.graph;

import java.util.List;

/**
 * A target that counts from current while there are several current revisions to count from.
 *
 * @since 0.1.0
 */
public final class SeveralCurrentRevisionsException extends TargetException {

  private static final long serialVersionUID = 1L;

  private final List<RevisionNode> current;

  SeveralCurrentRevisionsException(
      String target, String steps, List<RevisionNode> current, List<String> labels) {
    super(
        target,
        "'%s' counts from current, but %d revisions are current:%n%s"
            .formatted(target, current.size(), Listing.of(current)),
        action(steps, current.get(0).id(), labels));
    this.current = List.copyOf(current);
  }

  /** Down, an id with a distance is an absolute place, to which more than one line may go back. */
  private static String action(String steps, String id, List<String> labels) {
    String known = labels.isEmpty() ? "" : " (labels: " + String.join(", ", labels) + ")";
    String branch =
        "Say from which: 'label@" + steps + "'" + known + ", '" + id + "@" + steps + "'";
    String place = " or 'id" + steps + "', here '" + id + steps + "'";
    return steps.startsWith("+")
        ? branch + place + "."
        : branch + place + ", which also takes back whatever else comes after the place it names.";
  }

  /** The current revisions, in load order. */
  public List<RevisionNode> current() {
    return current;
  }
}
