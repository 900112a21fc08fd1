package dev.migrations.operation;

import static dev.migrations.operation.CheckOption.CASCADED;
import static dev.migrations.operation.CreateMaterializedView.materializedView;
import static dev.migrations.operation.CreateView.view;

import dev.migrations.Operations;
import java.util.List;
import java.util.function.Consumer;

/** Views, on the tables of {@link RoutinesOnPostgresTests}. */
final class ViewExamples {

  private static final String OPEN = "SELECT id, total FROM app.orders WHERE status = 'open'";
  private static final String PAID = "SELECT id, total FROM app.orders WHERE status = 'paid'";

  private static final Consumer<Operations> NOTHING = op -> {};
  private static final Consumer<Operations> A_VIEW = op -> op.createView("app.open_orders", OPEN);

  private ViewExamples() {}

  static List<OperationExample> all() {
    return List.of(
        OperationExample.of(
            "createView",
            NOTHING,
            op -> op.createView("app.open_orders", OPEN).withCheckOption(CASCADED)),
        OperationExample.of(
            "createView",
            NOTHING,
            op ->
                op.createView(
                        "app.numbers", "SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 9")
                    .recursive()
                    .columns("n")
                    .securityBarrier()),
        OperationExample.of(
            "replaceView", A_VIEW, op -> op.replaceView("app.open_orders", PAID).from(OPEN)),
        OperationExample.of(
            "replaceView",
            A_VIEW,
            op ->
                op.replaceView(
                        view("app.open_orders", "SELECT status FROM app.orders; -- all")
                            .columns("state")
                            .securityBarrier())
                    .from(view("app.open_orders", OPEN))
                    .recreate()),
        OperationExample.of(
            "dropView", A_VIEW, op -> op.dropView("app.open_orders").definition(OPEN)),
        OperationExample.of(
            "createMaterializedView",
            NOTHING,
            op -> {
              op.createMaterializedView(
                      "app.totals", "SELECT status, sum(total) FROM app.orders GROUP BY status")
                  .columns("status", "sum of totals")
                  .using("heap")
                  .with("fillfactor", 70)
                  .with("toast.autovacuum_enabled", false)
                  .tablespace("pg_default");
              op.createIndex("totals_status", "app.totals", "status").unique();
            }),
        OperationExample.of(
            "createMaterializedView",
            NOTHING,
            op -> op.createMaterializedView("app.totals", OPEN).withNoData()),
        OperationExample.of(
            "refreshMaterializedView",
            op -> {
              op.createMaterializedView("app.totals", OPEN);
              op.createIndex("totals_id", "app.totals", "id").unique();
              op.execute("UPDATE app.orders SET total = total + 1");
            },
            op -> op.refreshMaterializedView("app.totals")),
        OperationExample.of(
            "refreshMaterializedView",
            op -> op.createMaterializedView("app.totals", OPEN).withNoData(),
            op -> op.refreshMaterializedView("app.totals").blocking()),
        OperationExample.of(
            "refreshMaterializedView",
            op -> op.createMaterializedView("app.totals", OPEN),
            op -> op.refreshMaterializedView("app.totals").withNoData()),
        OperationExample.of(
            "dropMaterializedView",
            op -> op.createMaterializedView("app.totals", OPEN).with("fillfactor", 80),
            op ->
                op.dropMaterializedView("app.totals")
                    .definition(materializedView("app.totals", OPEN).with("fillfactor", 80))));
  }
}
