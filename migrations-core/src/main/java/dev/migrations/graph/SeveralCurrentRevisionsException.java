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
        "Say from which: 'label@%s'%s or 'id%s', here '%s%s'."
            .formatted(
                steps,
                labels.isEmpty() ? "" : " (labels: " + String.join(", ", labels) + ")",
                steps,
                current.get(0).id(),
                steps));
    this.current = List.copyOf(current);
  }

  /** The current revisions, in load order. */
  public List<RevisionNode> current() {
    return current;
  }
}
