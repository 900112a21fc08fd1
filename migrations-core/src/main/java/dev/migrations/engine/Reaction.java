package dev.migrations.engine;

/**
 * What to do about something that deserves attention.
 *
 * @since 0.1.0
 */
public enum Reaction {
  /** Refuse to go on. */
  FAIL,
  /** Log a warning and go on. */
  WARN,
  /** Go on. */
  IGNORE
}
