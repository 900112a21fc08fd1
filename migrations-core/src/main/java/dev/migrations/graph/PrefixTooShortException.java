package dev.migrations.graph;

import java.util.List;

/**
 * The beginning of an id with fewer than {@value Target#MIN_PREFIX} characters.
 *
 * @since 0.1.0
 */
public final class PrefixTooShortException extends TargetException {

  private static final long serialVersionUID = 1L;

  private final List<RevisionNode> candidates;

  PrefixTooShortException(String target, String prefix, List<RevisionNode> candidates) {
    super(
        target,
        "'%s' is too short to stand for a revision; so start:%n%s"
            .formatted(prefix, Listing.of(candidates)),
        "Type at least " + Target.MIN_PREFIX + " characters of the id.");
    this.candidates = List.copyOf(candidates);
  }

  /** The revisions that start so, in load order; at least one. */
  public List<RevisionNode> candidates() {
    return candidates;
  }
}
