package dev.migrations.operation;

import static dev.migrations.operation.CreateRule.rule;
import static dev.migrations.operation.CreateTrigger.trigger;

import dev.migrations.Operations;
import java.util.List;
import java.util.function.Consumer;

/** Triggers and rules, on the tables of {@link RoutinesOnPostgresTests}. */
final class TriggerExamples {

  private static final Consumer<Operations> NOTHING = op -> {};
  private static final Consumer<Operations> A_TRIGGER =
      op ->
          op.createTrigger("touch", "app.orders")
              .before()
              .update()
              .forEachRow()
              .execute("app.touch");
  private static final Consumer<Operations> A_RULE =
      op -> op.createRule("keep", "app.orders").onDelete().doInsteadNothing();

  private TriggerExamples() {}

  static List<OperationExample> all() {
    return List.of(
        OperationExample.of(
            "createTrigger",
            NOTHING,
            op ->
                op.createTrigger("touch it", "app.orders")
                    .before()
                    .insert()
                    .update("status", "total")
                    .forEachRow()
                    .when("new.total > 0")
                    .execute("app.touch", "it's", "\\ 2")),
        OperationExample.of(
            "createTrigger",
            NOTHING,
            op ->
                op.createTrigger("audit", "app.orders")
                    .after()
                    .update()
                    .forEachStatement()
                    .referencingOldTable("Before")
                    .referencingNewTable("after")
                    .execute("app.touch")),
        OperationExample.of(
            "createTrigger",
            NOTHING,
            op -> op.createTrigger("t", "app.orders").before().truncate().execute("app.touch")),
        OperationExample.of(
            "createTrigger",
            op -> op.createView("app.v", "SELECT id FROM app.orders"),
            op ->
                op.createTrigger("t", "app.v")
                    .insteadOf()
                    .insert()
                    .delete()
                    .forEachRow()
                    .execute("app.touch")),
        OperationExample.of(
            "createTrigger",
            NOTHING,
            op ->
                op.createTrigger("late", "app.orders")
                    .initiallyDeferred()
                    .insert()
                    .from("app.country")
                    .execute("app.touch")),
        OperationExample.of(
            "replaceTrigger",
            A_TRIGGER,
            op ->
                op.replaceTrigger(
                        trigger("touch", "app.orders").after().delete().execute("app.touch"))
                    .from(
                        trigger("touch", "app.orders")
                            .before()
                            .update()
                            .forEachRow()
                            .execute("app.touch"))),
        OperationExample.of(
            "replaceTrigger",
            A_TRIGGER,
            op ->
                op.replaceTrigger(
                        trigger("touch", "app.orders").deferrable().insert().execute("app.touch"))
                    .from(
                        trigger("touch", "app.orders")
                            .before()
                            .update()
                            .forEachRow()
                            .execute("app.touch"))),
        OperationExample.of(
            "dropTrigger",
            A_TRIGGER,
            op ->
                op.dropTrigger("touch", "app.orders")
                    .definition(
                        trigger("touch", "app.orders")
                            .before()
                            .update()
                            .forEachRow()
                            .execute("app.touch"))),
        OperationExample.of(
            "disableTrigger", A_TRIGGER, op -> op.disableTrigger("touch", "app.orders")),
        OperationExample.of(
            "enableTrigger",
            op -> {
              A_TRIGGER.accept(op);
              op.disableTrigger("touch", "app.orders");
            },
            op -> op.enableTrigger("touch", "app.orders")),
        OperationExample.of(
            "enableTrigger",
            A_TRIGGER,
            op -> op.enableTrigger("touch", "app.orders").always().from(TriggerFiring.ORIGIN)),
        OperationExample.of(
            "createRule",
            NOTHING,
            op ->
                op.createRule("keep it", "app.orders")
                    .onUpdate()
                    .where("old.status = 'paid'")
                    .doInstead("(DELETE FROM app.country; INSERT INTO app.country VALUES (1))")),
        OperationExample.of(
            "replaceRule",
            A_RULE,
            op ->
                op.replaceRule(rule("keep", "app.orders").onInsert().doAlso("NOTIFY orders"))
                    .from(rule("keep", "app.orders").onDelete().doInsteadNothing())),
        OperationExample.of(
            "dropRule",
            A_RULE,
            op ->
                op.dropRule("keep", "app.orders")
                    .definition(rule("keep", "app.orders").onDelete().doInsteadNothing())));
  }
}
