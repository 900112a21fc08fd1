package dev.migrations.operation;

import static dev.migrations.operation.CreatePolicy.policy;
import static dev.migrations.operation.Privilege.ALL;
import static dev.migrations.operation.Privilege.CREATE;
import static dev.migrations.operation.Privilege.EXECUTE;
import static dev.migrations.operation.Privilege.INSERT;
import static dev.migrations.operation.Privilege.REFERENCES;
import static dev.migrations.operation.Privilege.SELECT;
import static dev.migrations.operation.Privilege.UPDATE;
import static dev.migrations.operation.Privilege.USAGE;

import dev.migrations.Operations;
import java.util.List;
import java.util.function.Consumer;

/** Row level security and rights, on the tables of {@link RoutinesOnPostgresTests}. */
final class SecurityExamples {

  /** A predefined role, so that no test leaves a role behind. */
  private static final String READER = "pg_monitor";

  private static final Consumer<Operations> NOTHING = op -> {};
  private static final Consumer<Operations> A_POLICY =
      op -> op.createPolicy("open", "app.orders").using("status = 'open'").withCheck("total > 0");

  private SecurityExamples() {}

  static List<OperationExample> all() {
    return List.of(
        OperationExample.of(
            "enableRowLevelSecurity", NOTHING, op -> op.enableRowLevelSecurity("app.orders")),
        OperationExample.of(
            "disableRowLevelSecurity",
            op -> op.enableRowLevelSecurity("app.orders"),
            op -> op.disableRowLevelSecurity("app.orders")),
        OperationExample.of(
            "forceRowLevelSecurity", NOTHING, op -> op.forceRowLevelSecurity("app.orders")),
        OperationExample.of(
            "noForceRowLevelSecurity",
            op -> op.forceRowLevelSecurity("app.orders"),
            op -> op.noForceRowLevelSecurity("app.orders")),
        OperationExample.of("createPolicy", NOTHING, A_POLICY),
        OperationExample.of(
            "createPolicy",
            NOTHING,
            op ->
                op.createPolicy("read it", "app.orders")
                    .restrictive()
                    .forCommand(PolicyCommand.SELECT)
                    .to(READER, "CURRENT_USER")
                    .using("status = 'open'")),
        OperationExample.of(
            "alterPolicy",
            A_POLICY,
            op ->
                op.alterPolicy("open", "app.orders")
                    .to(READER)
                    .using("status = 'paid'")
                    .withCheck("total > 1")
                    .from(
                        policy("open", "app.orders")
                            .using("status = 'open'")
                            .withCheck("total > 0"))),
        OperationExample.of(
            "dropPolicy",
            A_POLICY,
            op ->
                op.dropPolicy("open", "app.orders")
                    .definition(
                        policy("open", "app.orders")
                            .using("status = 'open'")
                            .withCheck("total > 0"))),
        OperationExample.of(
            "grant",
            NOTHING,
            op ->
                op.grant(SELECT, INSERT).onTable("app.orders", "app.country").to(READER, "PUBLIC")),
        OperationExample.of(
            "grant",
            NOTHING,
            op -> op.grant(ALL).onTable("app.orders").to(READER).withGrantOption()),
        OperationExample.of(
            "grant",
            NOTHING,
            op -> op.grant(UPDATE, REFERENCES).onColumns("app.orders", "id", "total").to(READER)),
        OperationExample.of(
            "grant",
            NOTHING,
            op -> {
              op.grant(USAGE).onSequence("app.numbers_seq").to(READER);
              op.grant(USAGE, CREATE).onSchema("app").to(READER);
              op.grant(USAGE).onType("app.mood").to(READER);
              op.grant(EXECUTE).onFunction("app.touch()").to(READER);
            }),
        OperationExample.of(
            "grant",
            NOTHING,
            op -> {
              op.grant(SELECT).onAllTablesInSchema("app").to(READER);
              op.grant(ALL).onAllSequencesInSchema("app").to(READER);
              op.grant(EXECUTE).onAllRoutinesInSchema("app").to(READER);
            }),
        OperationExample.of(
            "revoke", NOTHING, op -> op.revoke(EXECUTE).onFunction("app.touch()").from("PUBLIC")),
        OperationExample.of(
            "revoke",
            op -> op.grant(SELECT).onTable("app.orders").to(READER).withGrantOption(),
            op -> op.revoke(SELECT).onTable("app.orders").from(READER).hadGrantOption()),
        OperationExample.of(
            "revoke",
            op -> op.grant(SELECT).onTable("app.orders").to(READER).withGrantOption(),
            op -> op.revoke(SELECT).onTable("app.orders").from(READER).grantOptionOnly()),
        OperationExample.of(
            "alterDefaultPrivileges",
            NOTHING,
            op -> {
              op.alterDefaultPrivileges()
                  .forRole("CURRENT_USER")
                  .inSchema("app")
                  .grant(SELECT)
                  .onTables()
                  .to(READER)
                  .withGrantOption();
              op.alterDefaultPrivileges().inSchema("app").grant(ALL).onSequences().to(READER);
              op.alterDefaultPrivileges().inSchema("app").grant(USAGE).onTypes().to(READER);
            }),
        OperationExample.of(
            "alterDefaultPrivileges",
            NOTHING,
            op -> {
              op.alterDefaultPrivileges().revoke(EXECUTE).onRoutines().from("PUBLIC");
              op.alterDefaultPrivileges().grant(USAGE).onSchemas().to(READER);
            }));
  }
}
