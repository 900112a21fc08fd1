package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.Constraint.check;
import static dev.migrations.operation.Constraint.foreignKey;
import static dev.migrations.operation.Constraint.primaryKey;
import static dev.migrations.operation.Constraint.unique;
import static dev.migrations.operation.CreateIndex.index;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.JSONB;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.DataType.TIMESTAMPTZ;
import static dev.migrations.operation.DataType.array;
import static dev.migrations.operation.DataType.named;
import static dev.migrations.operation.DataType.varchar;
import static dev.migrations.operation.IndexKey.expression;
import static dev.migrations.operation.IndexKey.key;
import static dev.migrations.operation.ReferentialAction.CASCADE;
import static dev.migrations.operation.ReferentialAction.RESTRICT;
import static dev.migrations.operation.ReferentialAction.SET_NULL;

import dev.migrations.Operations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * An example or more of each operation that Alembic has, on the tables of {@link
 * OperationsOnPostgresTests}.
 */
final class OrdersExamples {

  private OrdersExamples() {}

  private static OperationExample of(String name, Consumer<Operations> recorded) {
    return OperationExample.of(name, op -> {}, recorded);
  }

  static List<OperationExample> examples() {
    return List.of(
        of(
            "createTable",
            op ->
                op.createTable(
                        "app.line",
                        column("id", BIGINT).generatedAlwaysAsIdentity().primaryKey(),
                        column("customer_id", BIGINT)
                            .notNull()
                            .references("customer", "id")
                            .onDelete(CASCADE)
                            .onUpdate(RESTRICT),
                        column("status", named("app.order_status")).defaultValue("open"),
                        column("tags", array(TEXT)).notNull().defaultExpression("'{}'"),
                        column("data", JSONB).check("data ? 'x'").comment("it's"),
                        column("number", INTEGER).generatedByDefaultAsIdentity().unique(),
                        column("double", INTEGER).generatedStored("number * 2"),
                        column("code", varchar(3)).collate("C").check("ck", "code > ''"),
                        unique("number", "code").initiallyDeferred().include("status"),
                        check("number < 5").named("ck_number"),
                        foreignKey("customer_id", "customer_id")
                            .references("extra2", "a", "b")
                            .withMatchFull()
                            .deferrable()
                            .named("fk"))
                    .comment("the lines")),
        of(
            "createTable",
            op -> op.createTable("l", column("a", TEXT), column("b", TEXT), primaryKey("a", "b"))),
        of(
            "dropTable",
            op ->
                op.dropTable("loose")
                    .definition(
                        column("id", BIGINT).primaryKey(),
                        column("name", varchar(20)).defaultValue("x"))),
        of("renameTable", op -> op.renameTable("app.orders", "Purchase Order")),
        of("renameColumn", op -> op.renameColumn("app.orders", "total", "select")),
        of("commentOnTable", op -> op.commentOnTable("app.orders", "it's \\ new").from("orders")),
        of("commentOnTable", op -> op.commentOnTable("app.orders", null).from("orders")),
        of("commentOnColumn", op -> op.commentOnColumn("app.orders", "id", "key").fromNone()),
        of("addColumn", op -> op.addColumn("app.orders", column("note", TEXT))),
        of(
            "addColumn",
            op ->
                op.addColumn(
                    "app.orders",
                    column("extra_id", BIGINT)
                        .unique()
                        .check("extra_id > 0")
                        .check("ck_extra", "extra_id < 10")
                        .references("extra")
                        .onDelete(SET_NULL)
                        .comment("x"))),
        of(
            "addColumn",
            op -> {
              op.addColumn("app.orders", column("a", INTEGER).notNull().defaultValue(5));
              op.addColumn(
                  "app.orders", column("b", TIMESTAMPTZ).notNull().defaultExpression("now()"));
              op.addColumn("app.orders", column("c", array(TEXT)).defaultValue(List.of("x y")));
            }),
        of(
            "dropColumn",
            op -> op.dropColumn("app.orders", "at").definition(column("at", TIMESTAMPTZ))),
        of(
            "dropColumn",
            op ->
                op.dropColumn("extra", "name")
                    .definition(column("name", varchar(20)).defaultValue("x"))),
        of("alterColumnType", op -> op.alterColumnType("extra", "name", TEXT).from(varchar(20))),
        of(
            "alterColumnType",
            op -> op.alterColumnType("app.orders", "id", INTEGER).from(BIGINT).blocking()),
        of(
            "alterColumnType",
            op ->
                op.alterColumnType("app.orders", "code", TEXT)
                    .using("code || '!'")
                    .collate("C")
                    .from(varchar(10), "rtrim(code, '!')")
                    .blocking()),
        of("setNotNull", op -> op.setNotNull("app.orders", "email")),
        of("dropNotNull", op -> op.dropNotNull("app.orders", "id")),
        of("setDefault", op -> op.setDefault("app.orders", "at", "infinity").fromNone()),
        of("setDefault", op -> op.setDefault("app.orders", "email", "it's").from("none")),
        of(
            "setDefaultExpression",
            op -> op.setDefaultExpression("app.orders", "at", "clock_timestamp()").fromNone()),
        of("dropDefault", op -> op.dropDefault("app.orders", "email").from("none")),
        of("createIndex", op -> op.createIndex("ix", "app.orders", "customer_id", "at")),
        of(
            "createIndex",
            op ->
                op.createIndex(
                        "IX 2",
                        "app.orders",
                        key("code").operatorClass("text_pattern_ops").desc().nullsLast(),
                        expression("lower(email)").collate("C"))
                    .unique()
                    .include("id")
                    .where("total > 0")),
        of("createIndex", op -> op.createIndex("ix", "app.orders", "at").using("brin")),
        of(
            "dropIndex",
            op ->
                op.dropIndex("app.ix_email")
                    .definition(
                        index("ix_email", "app.orders", expression("lower(email)"))
                            .where("total > 0"))),
        of(
            "createForeignKey",
            op ->
                op.createForeignKey("fk", "app.orders", "customer_id")
                    .references("customer", "id")
                    .onDelete(SET_NULL)
                    .onUpdate(CASCADE)
                    .initiallyDeferred()),
        of(
            "createForeignKey",
            op ->
                op.createForeignKey("fk", "app.orders", "customer_id")
                    .references("customer")
                    .matchFull()
                    .notValid()),
        of("createCheck", op -> op.createCheck("ck", "app.orders", "total < 100")),
        of("createCheck", op -> op.createCheck("ck", "app.orders", "total < 10").notValid()),
        of("createUnique", op -> op.createUnique("uq", "app.orders", "id", "code")),
        of(
            "createUnique",
            op ->
                op.createUnique("uq", "app.orders", "id")
                    .include("code", "at")
                    .initiallyDeferred()),
        of("createPrimaryKey", op -> op.createPrimaryKey("orders_pkey", "app.orders", "id")),
        of(
            "createPrimaryKey",
            op ->
                op.createPrimaryKey("pk", "app.orders", "id", "code")
                    .include("email")
                    .deferrable()),
        of(
            "validateConstraint",
            op -> op.validateConstraint("app.orders", "ck_open").definition(check("total > 0"))),
        of(
            "dropConstraint",
            op -> op.dropConstraint("app.orders", "ck_code").definition(check("code <> ''"))),
        of(
            "dropConstraint",
            op ->
                op.dropConstraint("app.orders", "uq_total")
                    .definition(unique("total").deferrable())),
        of(
            "dropConstraint",
            op -> op.dropConstraint("customer", "customer_pkey").definition(primaryKey("id"))),
        of(
            "run",
            op ->
                op.run("make", connection -> execute(connection, "CREATE TABLE made (a int)"))
                    .reversedBy(connection -> execute(connection, "DROP TABLE made"))));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
