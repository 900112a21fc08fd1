package dev.migrations.engine;

/**
 * How a run of a revision ended.
 *
 * @since 0.1.0
 */
public enum Outcome {
  /** It was committed. */
  SUCCEEDED,
  /** It was not; the history row holds the error. */
  FAILED
}
