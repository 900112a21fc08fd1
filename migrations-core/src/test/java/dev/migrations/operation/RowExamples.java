package dev.migrations.operation;

import dev.migrations.Operations;
import java.util.List;
import java.util.function.Consumer;

/** Rows, on the tables of {@link RoutinesOnPostgresTests}. */
final class RowExamples {

  private static final Consumer<Operations> NOTHING = op -> {};

  private RowExamples() {}

  static List<OperationExample> all() {
    return List.of(
        new OperationExample(
            "bulkInsert",
            NOTHING,
            op ->
                op.bulkInsert("app.country")
                    .columns("code", "name")
                    .row("IT", "Italy")
                    .key("code")));
  }
}
