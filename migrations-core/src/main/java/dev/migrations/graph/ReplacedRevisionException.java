package dev.migrations.graph;

/**
 * A target inside of a range that one revision replaces.
 *
 * @since 0.1.0
 */
public final class ReplacedRevisionException extends TargetException {

  private static final long serialVersionUID = 1L;

  private final String revision;
  private final String replacement;

  ReplacedRevisionException(String target, String revision, String replacement) {
    super(
        target,
        "Revision %s is inside of the range that revision %s replaces as one step%s."
            .formatted(
                revision, replacement, target.equals(revision) ? "" : " (in '" + target + "')"),
        "Name %s, or a revision before or after it.".formatted(replacement));
    this.revision = revision;
    this.replacement = replacement;
  }

  /** The revision inside of the range. */
  public String revision() {
    return revision;
  }

  /** The id of the revision that replaces the range. */
  public String replacement() {
    return replacement;
  }
}
