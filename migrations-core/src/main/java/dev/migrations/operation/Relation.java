package dev.migrations.operation;

/**
 * What an operation on storage is about.
 *
 * @since 0.1.0
 */
public enum Relation {
  TABLE,
  INDEX;

  /** As one reads it in a message. */
  String text() {
    return this == TABLE ? "table" : "index";
  }
}
