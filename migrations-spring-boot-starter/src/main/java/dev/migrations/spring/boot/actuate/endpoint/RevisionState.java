package dev.migrations.spring.boot.actuate.endpoint;

/**
 * Whether a database has a revision.
 *
 * @since 0.1.0
 */
public enum RevisionState {
  /** The database has it. */
  APPLIED,
  /** The database does not have it. */
  PENDING,
  /** Some of its units are done and others are not. */
  UNDER_WAY,
  /** The database could not be asked. */
  UNKNOWN
}
