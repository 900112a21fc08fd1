package dev.migrations.graph;

/**
 * Which way a revision is run.
 *
 * @since 0.1.0
 */
public enum Direction {
  /** The revision is applied. */
  UPGRADE,
  /** The revision is taken back. */
  DOWNGRADE
}
