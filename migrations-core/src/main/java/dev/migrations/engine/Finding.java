package dev.migrations.engine;

import java.util.List;

/**
 * Something about a database and the revisions of the application that does not fit.
 *
 * @param kind what kind of thing it is
 * @param revisions the ids of the revisions it is about
 * @param text the finding in one line
 * @since 0.1.0
 */
public record Finding(Kind kind, List<String> revisions, String text) {

  public Finding {
    revisions = List.copyOf(revisions);
  }

  /** What does not fit. */
  public enum Kind {
    /** Revisions of the application are not applied. */
    NOT_AT_HEAD,
    /** The graph has several heads, so that {@code head} names none of them. */
    SEVERAL_HEADS,
    /** An applied revision was edited. */
    EDITED_REVISION,
    /** The database is at a revision that the application does not have. */
    UNKNOWN_REVISION,
    /** A revision is half done. */
    REVISION_UNDER_WAY
  }

  @Override
  public String toString() {
    return text;
  }
}
