package dev.migrations.operation;

import java.util.Locale;

/**
 * What kind of routine.
 *
 * @since 0.1.0
 */
public enum RoutineKind {
  /** Returns a value and is called in an expression. */
  FUNCTION,
  /** Returns nothing and is called by {@code CALL}. */
  PROCEDURE;

  /** As one reads it in a message. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
