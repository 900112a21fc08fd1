package dev.migrations.operation;

import java.util.List;
import java.util.stream.Stream;

/** An example of every operation on views, routines, triggers, policies, rights and rows. */
final class RoutinesExamples {

  private RoutinesExamples() {}

  static List<OperationExample> all() {
    return Stream.of(
            ViewExamples.all(),
            FunctionExamples.all(),
            TriggerExamples.all(),
            SecurityExamples.all(),
            RowExamples.all())
        .flatMap(List::stream)
        .toList();
  }
}
