package dev.migrations.operation;

import java.util.List;
import java.util.stream.Stream;

/** The examples of all operations; each is run up and down by the tests of its area. */
final class OperationExamples {

  private OperationExamples() {}

  static List<OperationExample> all() {
    return Stream.of(
            OrdersExamples.examples(),
            TablesExamples.examples(),
            TypesExamples.examples(),
            RoutinesExamples.all())
        .flatMap(List::stream)
        .toList();
  }
}
