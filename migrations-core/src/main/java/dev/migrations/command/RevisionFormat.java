package dev.migrations.command;

/**
 * What a revision is written in.
 *
 * @since 0.1.0
 */
public enum RevisionFormat {
  /** A class that records operations, each of which takes the road that is safe on a live table. */
  JAVA,
  /** A file of statements, which run as they are written. */
  SQL
}
