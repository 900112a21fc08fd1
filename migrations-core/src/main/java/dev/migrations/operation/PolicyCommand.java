package dev.migrations.operation;

/**
 * The statements that a policy is for.
 *
 * @since 0.1.0
 */
public enum PolicyCommand {
  /** All four. */
  ALL,
  /** Reading. */
  SELECT,
  /** Inserting. */
  INSERT,
  /** Updating. */
  UPDATE,
  /** Deleting. */
  DELETE
}
