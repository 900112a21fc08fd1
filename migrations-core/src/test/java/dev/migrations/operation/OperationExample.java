package dev.migrations.operation;

import dev.migrations.Operations;
import java.util.function.Consumer;

/**
 * An operation as its author writes it.
 *
 * @param name the method of {@link Operations}
 * @param setUp records what must be there before
 * @param recorded records the operation itself
 */
public record OperationExample(
    String name, Consumer<Operations> setUp, Consumer<Operations> recorded) {

  @Override
  public String toString() {
    return name;
  }
}
