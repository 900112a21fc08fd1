package dev.migrations.operation;

/**
 * The objects that default privileges are for.
 *
 * @since 0.1.0
 */
public enum DefaultPrivilegeObject {
  /** Tables, views and foreign tables. */
  TABLES,
  /** Sequences. */
  SEQUENCES,
  /** Functions and procedures. */
  ROUTINES,
  /** Types and domains. */
  TYPES,
  /** Schemas; not in a schema, naturally. */
  SCHEMAS
}
