package dev.migrations.operation;

import static dev.migrations.operation.CreateRule.rule;
import static dev.migrations.operation.CreateTrigger.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.error.MigrationsException;
import org.junit.jupiter.api.Test;

/** What is written for triggers and rules, and what is refused. */
class TriggerTests {

  @Test
  void aTriggerIsWrittenWithAllItsOptions() {
    assertThat(
            Rendering.inUse(
                14,
                op ->
                    op.createTrigger("Touch it", "app.orders")
                        .after()
                        .insert()
                        .update("status", "The Total")
                        .delete()
                        .forEachRow()
                        .referencingOldTable("old rows")
                        .referencingNewTable("new_rows")
                        .when("true")
                        .execute("app.touch", "it's")))
        .containsExactly(
            "CREATE TRIGGER \"Touch it\" AFTER INSERT OR UPDATE OF status, \"The Total\" OR DELETE"
                + " ON app.orders REFERENCING OLD TABLE AS \"old rows\" NEW TABLE AS new_rows"
                + " FOR EACH ROW WHEN (true) EXECUTE FUNCTION app.touch('it''s')");
  }

  @Test
  void aConstraintTriggerIsReplacedByDroppingIt() {
    assertThat(
            Rendering.inUse(
                14,
                op ->
                    op.replaceTrigger(
                        trigger("t", "orders")
                            .initiallyDeferred()
                            .insert()
                            .from("other")
                            .execute("f"))))
        .containsExactly(
            "DROP TRIGGER t ON orders ; CREATE CONSTRAINT TRIGGER t AFTER INSERT ON orders"
                + " FROM other DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f()");
  }

  @Test
  void otherChangesArePlainStatements() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.replaceTrigger(trigger("t", "o").before().truncate().execute("f"));
                  op.enableTrigger("T", "o").replica();
                  op.disableTrigger("T", "o");
                  op.dropTrigger("T", "o").ifExists().cascade();
                  op.createRule("R", "o").onDelete().where("old.a").doAlso("NOTIFY a; -- x");
                  op.dropRule("R", "o").ifExists().cascade();
                }))
        .containsExactly(
            String.join(
                " ; ",
                "CREATE OR REPLACE TRIGGER t BEFORE TRUNCATE ON o FOR EACH STATEMENT"
                    + " EXECUTE FUNCTION f()",
                "ALTER TABLE o ENABLE REPLICA TRIGGER \"T\"",
                "ALTER TABLE o DISABLE TRIGGER \"T\"",
                "DROP TRIGGER IF EXISTS \"T\" ON o CASCADE",
                "CREATE RULE \"R\" AS ON DELETE TO o WHERE old.a DO ALSO NOTIFY a",
                "DROP RULE IF EXISTS \"R\" ON o CASCADE"));
  }

  @Test
  void whatIsLeftOutIsAskedForAllAtOnce() {
    assertThatThrownBy(
            () ->
                Rendering.recorded(
                    op -> {
                      op.createTrigger("a", "orders").insert();
                      op.createTrigger("b", "orders").after().execute("f");
                      op.createTrigger("c", "orders").constraint().insert().before().execute("f");
                      op.createRule("d", "orders").onDelete();
                      op.replaceTrigger(trigger("e", "orders").after().insert().execute("f"))
                          .from(trigger("e", "other").after().insert().execute("f"));
                      op.createRule("g", "orders").onDelete().doInstead("NOTIFY a; NOTIFY b");
                    }))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("a on orders does not say when it fires and what it executes")
        .hasMessageContaining("b on orders fires on nothing")
        .hasMessageContaining("c on orders does not fire after each row")
        .hasMessageContaining("d on orders does not say what it rewrites")
        .hasMessageContaining("e on orders cannot replace e on other")
        .hasMessageContaining("rule g on orders holds 2 statements");
  }

  @Test
  void whatIsNotKnownIsAskedFor() {
    assertThat(
            Rendering.recorded(
                op -> {
                  op.dropTrigger("t", "o");
                  op.dropRule("t", "o");
                  op.replaceTrigger(trigger("t", "o").after().insert().execute("f"));
                  op.replaceRule(rule("t", "o").onInsert().doInsteadNothing());
                }))
        .extracting(Operation::reversal)
        .allSatisfy(reversal -> assertThat(reversal).isInstanceOf(Reversal.Impossible.class));
  }
}
