package dev.migrations.operation;

import dev.migrations.Operations;
import java.util.function.Consumer;

/**
 * An operation as its author writes it.
 *
 * @param name the method of {@link Operations}
 * @param setUp records what must be there before
 * @param recorded records the operation itself
 * @param place where it is written
 */
public record OperationExample(
    String name, Consumer<Operations> setUp, Consumer<Operations> recorded, ExamplePlace place) {

  /** An example that is written where this is called. */
  static OperationExample of(
      String name, Consumer<Operations> setUp, Consumer<Operations> recorded) {
    return new OperationExample(name, setUp, recorded, ExamplePlace.ofCaller());
  }

  @Override
  public String toString() {
    return name;
  }
}
