package dev.migrations.graph;

import java.util.List;

/**
 * The beginning of an id that several revisions share.
 *
 * @since 0.1.0
 */
public final class AmbiguousPrefixException extends TargetException {

  private static final long serialVersionUID = 1L;

  private final List<RevisionNode> candidates;

  AmbiguousPrefixException(String target, String prefix, List<RevisionNode> candidates) {
    super(
        target,
        "%d revisions start with '%s':%n%s"
            .formatted(candidates.size(), prefix, Listing.of(candidates)),
        "Type more characters of the id.");
    this.candidates = List.copyOf(candidates);
  }

  /** The revisions that start so, in load order. */
  public List<RevisionNode> candidates() {
    return candidates;
  }
}
