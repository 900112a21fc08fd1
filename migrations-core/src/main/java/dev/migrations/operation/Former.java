package dev.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * What a change replaces, as far as its author said so.
 *
 * @param known whether it is known
 * @param value what was there before, or {@code null} for nothing
 * @param <T> what it is
 * @since 0.1.0
 */
public record Former<T>(boolean known, @Nullable T value) {

  /** Not known: the change cannot be undone. */
  public static <T> Former<T> unknown() {
    return new Former<>(false, null);
  }

  /** There was nothing. */
  public static <T> Former<T> none() {
    return new Former<>(true, null);
  }

  /** This was there. */
  public static <T> Former<T> of(T value) {
    return new Former<>(true, value);
  }
}
