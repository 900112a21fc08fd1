package dev.migrations.operation;

import static dev.migrations.operation.CreateView.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.error.MigrationsException;
import org.junit.jupiter.api.Test;

/** What is written for views, and what is refused. */
class ViewTests {

  @Test
  void aViewIsWrittenWithAllItsOptions() {
    assertThat(
            Rendering.inUse(
                15,
                op ->
                    op.createView("app.Open Orders", "SELECT id FROM orders; -- the open ones")
                        .columns("id", "The Total")
                        .securityBarrier()
                        .securityInvoker()
                        .withCheckOption(CheckOption.LOCAL)))
        .containsExactly(
            "CREATE VIEW app.\"Open Orders\" (id, \"The Total\")"
                + " WITH (security_barrier, security_invoker) AS\n"
                + "SELECT id FROM orders\nWITH LOCAL CHECK OPTION");
  }

  @Test
  void securityInvokerNeedsPostgres15() {
    assertThatThrownBy(
            () -> Rendering.inUse(14, op -> op.createView("v", "SELECT 1").securityInvoker()))
        .isInstanceOf(RefusedOperationsException.class)
        .hasMessageContaining("security_invoker needs PostgreSQL 15");
  }

  @Test
  void aViewIsReplacedInPlaceUnlessItsColumnsChange() {
    assertThat(Rendering.inUse(14, op -> op.replaceView("v", "SELECT 1")))
        .containsExactly("CREATE OR REPLACE VIEW v AS\nSELECT 1");
    assertThat(Rendering.inUse(14, op -> op.replaceView("v", "SELECT 1").recreate()))
        .containsExactly("DROP VIEW v ; CREATE VIEW v AS\nSELECT 1");
  }

  @Test
  void theFormerQueryHasTheOptionsOfTheNewOne() {
    Operation replace =
        Rendering.recorded(
                op -> op.replaceView(view("v", "SELECT 1").securityBarrier()).from("SELECT 0"))
            .get(0);
    assertThat(replace.reversal())
        .isEqualTo(
            Reversal.by(
                ReplaceView.builder(view("v", "SELECT 0").securityBarrier())
                    .from("SELECT 1")
                    .build()));
  }

  @Test
  void aQueryIsOneStatement() {
    assertThatThrownBy(
            () ->
                Rendering.recorded(
                    op -> {
                      op.createView("v", "SELECT 1; DROP TABLE t");
                      op.createMaterializedView("m", "-- nothing");
                    }))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("view v holds 2 statements")
        .hasMessageContaining("no SQL in materialized view m");
  }

  @Test
  void aRecursiveViewNamesItsColumns() {
    assertThatThrownBy(() -> Rendering.recorded(op -> op.createView("v", "SELECT 1").recursive()))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("columns(…)");
  }

  @Test
  void aViewIsReplacedByOneOfItsName() {
    assertThatThrownBy(
            () ->
                Rendering.recorded(
                    op -> op.replaceView("v", "SELECT 1").from(view("w", "SELECT 2"))))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("v cannot replace w");
  }

  @Test
  void aMaterializedViewInUseIsRefreshedConcurrentlyInATransactionOfItsOwn() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.dropView("v").ifExists().cascade();
                  op.refreshMaterializedView("m");
                  op.refreshMaterializedView("m").blocking();
                  op.refreshMaterializedView("m").withNoData();
                  op.dropMaterializedView("m").ifExists().cascade();
                }))
        .containsExactly(
            "DROP VIEW IF EXISTS v CASCADE",
            "REFRESH MATERIALIZED VIEW CONCURRENTLY m",
            "REFRESH MATERIALIZED VIEW m ; REFRESH MATERIALIZED VIEW m WITH NO DATA"
                + " ; DROP MATERIALIZED VIEW IF EXISTS m CASCADE");
  }

  @Test
  void aNewMaterializedViewIsIndexedAndRefreshedPlainly() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.createMaterializedView("m", "SELECT 1 AS a")
                      .columns("A")
                      .with("fillfactor", 70)
                      .tablespace("Fast")
                      .withNoData();
                  op.createIndex("ix", "m", "A");
                  op.refreshMaterializedView("m");
                }))
        .containsExactly(
            "CREATE MATERIALIZED VIEW m (\"A\") WITH (fillfactor = '70') TABLESPACE \"Fast\" AS\n"
                + "SELECT 1 AS a\nWITH NO DATA ; CREATE INDEX ix ON m (\"A\")"
                + " ; REFRESH MATERIALIZED VIEW m");
  }

  @Test
  void whatIsNotKnownIsAskedFor() {
    assertThat(Rendering.recorded(op -> op.dropView("v")).get(0).reversal())
        .isEqualTo(
            Reversal.impossible("what the view was is not known; say so with definition(…)"));
    assertThat(Rendering.recorded(op -> op.replaceView("v", "SELECT 1")).get(0).reversal())
        .isEqualTo(Reversal.impossible("the view before is not known; give it with from(…)"));
  }
}
