package dev.migrations.graph;

import java.util.List;

/**
 * A relative target that comes to a branch point on the way up, or to a merge on the way down, and
 * does not say where to go on.
 *
 * @since 0.1.0
 */
public final class AmbiguousWalkException extends TargetException {

  private static final long serialVersionUID = 1L;

  private final String at;
  private final List<RevisionNode> choices;

  AmbiguousWalkException(String target, String at, boolean up, List<RevisionNode> choices) {
    super(
        target,
        "'%s' cannot go on at %s, which has %d %s:%n%s"
            .formatted(
                target,
                at,
                choices.size(),
                up ? (at.equals("base") ? "revisions above it" : "children") : "parents",
                Listing.of(choices)),
        "Name the revision to reach, or stay in one branch: 'label%s' or '%s%s'."
            .formatted(rest(target), choices.get(0).id(), rest(target)));
    this.at = at;
    this.choices = List.copyOf(choices);
  }

  private static String rest(String target) {
    return "@" + target.substring(target.indexOf('@') + 1);
  }

  /** The revision where the ways part, or {@code base}. */
  public String at() {
    return at;
  }

  /** The revisions that come next, in load order. */
  public List<RevisionNode> choices() {
    return choices;
  }
}
