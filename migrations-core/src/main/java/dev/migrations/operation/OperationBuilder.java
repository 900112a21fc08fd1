package dev.migrations.operation;

/**
 * An operation that its author is still writing.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface OperationBuilder {

  /**
   * The operation as written so far.
   *
   * @throws dev.migrations.error.MigrationsException when something that it needs was left out
   */
  Operation build();
}
