package dev.migrations.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target that needs one head where there are several.
 *
 * @since 0.1.0
 */
public final class MultipleHeadsException extends TargetException {

  private static final long serialVersionUID = 1L;

  private final List<RevisionNode> heads;

  MultipleHeadsException(String target, @Nullable String branch, List<RevisionNode> heads) {
    super(
        target,
        "'%s' needs one head, but %s has %d:%n%s"
            .formatted(
                target,
                branch == null ? "the revision graph" : "the branch '" + branch + "'",
                heads.size(),
                Listing.of(heads)),
        "An upgrade to 'heads' takes all of them; else name one line as 'label@head' or '"
            + heads.get(0).id()
            + "@head', or write a merge revision whose down revisions are "
            + Listing.ids(heads)
            + ".");
    this.heads = List.copyOf(heads);
  }

  /** The heads, in load order. */
  public List<RevisionNode> heads() {
    return heads;
  }
}
