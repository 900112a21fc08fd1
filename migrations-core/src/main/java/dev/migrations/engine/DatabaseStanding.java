package dev.migrations.engine;

/**
 * How a database stands to the revisions of an application.
 *
 * @since 0.1.0
 */
public enum DatabaseStanding {
  /** All revisions are applied. */
  AT_HEAD,

  /** Revisions are pending. */
  BEHIND,

  /** A revision was begun and not ended: it is under way now, or it stopped half way. */
  HALF_DONE,

  /** It is at a revision that the application does not have: the application is the older one. */
  AHEAD
}
