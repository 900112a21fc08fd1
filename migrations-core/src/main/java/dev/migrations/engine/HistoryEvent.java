package dev.migrations.engine;

/**
 * What a row of the history tells.
 *
 * @since 0.1.0
 */
public enum HistoryEvent {
  /** A revision was applied. */
  UPGRADE,
  /** A revision was taken back. */
  DOWNGRADE,
  /**
   * A revision was declared to be applied, or not to be applied, or an edit of it was accepted; it
   * was not run.
   */
  STAMP
}
