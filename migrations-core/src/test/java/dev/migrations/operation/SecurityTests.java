package dev.migrations.operation;

import static dev.migrations.operation.CreatePolicy.policy;
import static dev.migrations.operation.Privilege.ALL;
import static dev.migrations.operation.Privilege.CONNECT;
import static dev.migrations.operation.Privilege.EXECUTE;
import static dev.migrations.operation.Privilege.MAINTAIN;
import static dev.migrations.operation.Privilege.SELECT;
import static dev.migrations.operation.Privilege.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.error.MigrationsException;
import org.junit.jupiter.api.Test;

/** What is written for row level security and rights, and what is refused. */
class SecurityTests {

  @Test
  void policiesAreWrittenWithAllTheirOptions() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.createPolicy("The Policy", "app.orders")
                      .restrictive()
                      .forCommand(PolicyCommand.UPDATE)
                      .to("reader", "PUBLIC", "public house")
                      .using("a")
                      .withCheck("b");
                  op.createPolicy("p", "t").permissive();
                  op.alterPolicy("p", "t").to("CURRENT_USER").using("c");
                  op.dropPolicy("p", "t").ifExists();
                  op.enableRowLevelSecurity("t");
                  op.noForceRowLevelSecurity("t");
                }))
        .containsExactly(
            String.join(
                " ; ",
                "CREATE POLICY \"The Policy\" ON app.orders AS RESTRICTIVE FOR UPDATE"
                    + " TO reader, PUBLIC, \"public house\" USING (a) WITH CHECK (b)",
                "CREATE POLICY p ON t",
                "ALTER POLICY p ON t TO CURRENT_USER USING (c)",
                "DROP POLICY IF EXISTS p ON t",
                "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE t NO FORCE ROW LEVEL SECURITY"));
  }

  @Test
  void onlyWhatChangedOfAPolicyIsChangedBack() {
    Operation change =
        Rendering.recorded(
                op ->
                    op.alterPolicy("p", "t")
                        .using("new")
                        .from(policy("p", "t").to("a").using("old").withCheck("kept")))
            .get(0);
    assertThat(change.reversal())
        .isEqualTo(
            Reversal.by(
                AlterPolicy.builder("p", QualifiedName.parse("t"))
                    .using("old")
                    .from(policy("p", "t").to("a").using("new").withCheck("kept"))
                    .build()));
  }

  @Test
  void aConditionThatIsAddedToAPolicyCannotBeTakenAway() {
    Operation change =
        Rendering.recorded(
                op -> op.alterPolicy("p", "t").withCheck("new").from(policy("p", "t").using("a")))
            .get(0);
    assertThat(change.reversal()).isInstanceOf(Reversal.Impossible.class);
  }

  @Test
  void privilegesAreWrittenWithTheirObjects() {
    assertThat(
            Rendering.inUse(
                14,
                op -> {
                  op.grant(SELECT, UPDATE).onColumns("app.Orders", "id", "The Total").to("a b");
                  op.grant(ALL).onTable("t", "app.u").to("r").withGrantOption();
                  op.grant(EXECUTE).onProcedure("app.p(a int DEFAULT 1)").to("r");
                  op.revoke(CONNECT).onDatabase("my.db").from("PUBLIC").cascade();
                  op.revoke(SELECT).onAllTablesInSchema("The App").from("r").grantOptionOnly();
                  op.alterDefaultPrivileges()
                      .forRole("Owner")
                      .inSchema("a", "B")
                      .revoke(SELECT, UPDATE)
                      .onTables()
                      .from("r");
                }))
        .containsExactly(
            String.join(
                " ; ",
                "GRANT SELECT (id, \"The Total\"), UPDATE (id, \"The Total\")"
                    + " ON TABLE app.\"Orders\" TO \"a b\"",
                "GRANT ALL PRIVILEGES ON TABLE t, app.u TO r WITH GRANT OPTION",
                "GRANT EXECUTE ON PROCEDURE app.p(a int) TO r",
                "REVOKE CONNECT ON DATABASE \"my.db\" FROM PUBLIC CASCADE",
                "REVOKE GRANT OPTION FOR SELECT ON ALL TABLES IN SCHEMA \"The App\" FROM r",
                "ALTER DEFAULT PRIVILEGES FOR ROLE \"Owner\" IN SCHEMA a, \"B\""
                    + " REVOKE SELECT, UPDATE ON TABLES FROM r"));
  }

  @Test
  void maintainNeedsPostgres17() {
    assertThatThrownBy(() -> Rendering.inUse(16, op -> op.grant(MAINTAIN).onTable("t").to("r")))
        .isInstanceOf(RefusedOperationsException.class)
        .hasMessageContaining("MAINTAIN needs PostgreSQL 17");
    assertThat(Rendering.inUse(17, op -> op.grant(MAINTAIN).onTable("t").to("r"))).hasSize(1);
  }

  @Test
  void whatIsLeftOutIsAskedForAllAtOnce() {
    assertThatThrownBy(
            () ->
                Rendering.recorded(
                    op -> {
                      op.grant(SELECT).to("r");
                      op.grant(SELECT).onTable("orders");
                      op.revoke().onTable("t").from("r");
                      op.alterDefaultPrivileges().grant(SELECT).to("r");
                      op.alterDefaultPrivileges().inSchema("a").grant(ALL).onSchemas().to("r");
                      op.alterPolicy("p", "t");
                      op.alterPolicy("p", "t").using("a").from(policy("q", "t"));
                    }))
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("not said on what [SELECT]")
        .hasMessageContaining("TABLE orders names no role")
        .hasMessageContaining("names no privilege")
        .hasMessageContaining("on what the default privileges are")
        .hasMessageContaining("limited to the schema [a]")
        .hasMessageContaining("Nothing changes of policy p on t")
        .hasMessageContaining("p on t was not q on t");
  }

  @Test
  void aRevocationThatCascadesIsNotUndone() {
    assertThat(
            Rendering.recorded(op -> op.revoke(SELECT).onTable("t").from("r").cascade())
                .get(0)
                .reversal())
        .isInstanceOf(Reversal.Impossible.class);
    assertThat(Rendering.recorded(op -> op.dropPolicy("p", "t")).get(0).reversal())
        .isInstanceOf(Reversal.Impossible.class);
    assertThat(Rendering.recorded(op -> op.alterPolicy("p", "t").using("a")).get(0).reversal())
        .isInstanceOf(Reversal.Impossible.class);
  }
}
