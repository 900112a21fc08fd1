package dev.migrations.operation;

import static dev.migrations.operation.BulkInsert.insertInto;

import dev.migrations.Operations;
import java.util.List;
import java.util.function.Consumer;

/** Rows, on the tables of {@link RoutinesOnPostgresTests}. */
final class RowExamples {

  private static final Consumer<Operations> NOTHING = op -> {};

  private RowExamples() {}

  static List<OperationExample> all() {
    return List.of(
        OperationExample.of(
            "bulkInsert",
            NOTHING,
            op ->
                op.bulkInsert("app.country")
                    .columns("code", "name")
                    .row("IT", "Italy")
                    .key("code")),
        OperationExample.of(
            "updateRows",
            NOTHING,
            op ->
                op.updateRows("app.country")
                    .set("name", "Deutschland")
                    .set("note", "it's")
                    .where("code", "DE")
                    .whereExpression("length(code) = 2")
                    .from("name", "Germany")
                    .from("note", null)),
        OperationExample.of(
            "deleteRows",
            NOTHING,
            op ->
                op.deleteRows("app.country")
                    .key("code")
                    .row("DE")
                    .row("FR")
                    .definition(
                        insertInto("app.country")
                            .columns("code", "name")
                            .row("DE", "Germany")
                            .row("FR", "France"))),
        OperationExample.of(
            "backfill",
            op -> op.addColumn("app.country", Column.column("upper_name", DataType.TEXT)),
            op ->
                op.backfill("app.country")
                    .set("upper_name", "upper(name)")
                    .reversedBy(Backfill.of("app.country").set("upper_name", "NULL"))),
        OperationExample.of(
            "copyFrom",
            NOTHING,
            op ->
                op.copyFrom("classpath:copied.csv", "app.country", "code", "name")
                    .header()
                    .key("code")));
  }
}
