package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.DATE;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.DataType.varchar;
import static dev.migrations.operation.IndexKey.expression;
import static dev.migrations.operation.PartitionBounds.MAXVALUE;
import static dev.migrations.operation.PartitionBounds.MINVALUE;
import static dev.migrations.operation.PartitionBounds.from;
import static dev.migrations.operation.PartitionBounds.hash;
import static dev.migrations.operation.PartitionBounds.in;
import static dev.migrations.operation.PartitionBounds.rest;

import dev.migrations.Operations;
import java.util.List;
import java.util.function.Consumer;

/** An example or more of each operation on partitions. */
final class PartitionExamples {

  private static final PartitionBounds YEAR = from("2026-01-01").to("2027-01-01");

  private PartitionExamples() {}

  private static TableElement[] columns(String primaryKey) {
    return new TableElement[] {
      column("id", BIGINT).notNull(),
      column("placed", DATE).notNull().defaultExpression("now()"),
      column("status", varchar(10)).check("ck_status", "status <> ''"),
      column("note", TEXT).defaultValue("none").comment("why"),
      Constraint.primaryKey("id", "placed", "status").named(primaryKey)
    };
  }

  static void orders(Operations op) {
    op.createTable("orders", columns("orders_pkey")).partitionBy(PartitionBy.range("placed"));
    op.createIndex("ix_orders_note", "orders", "note");
    op.createPartition("orders", "orders_2025").forValues(from("2025-01-01").to("2026-01-01"));
    op.execute("INSERT INTO orders VALUES (1, '2025-02-03', 'new')");
  }

  /** Without a key. */
  static void sales(Operations op) {
    op.createTable("customer", column("id", BIGINT).primaryKey());
    op.createTable(
            "sales",
            column("id", BIGINT).notNull(),
            column("at", DATE).notNull(),
            column("customer %", BIGINT))
        .partitionBy(PartitionBy.range("at"));
    op.createPartition("sales", "sales_2025").forValues(from("2025-01-01").to("2026-01-01"));
    op.createPartition("sales", "Sales 2026").forValues(YEAR);
    op.execute("INSERT INTO customer VALUES (5)");
    op.execute("INSERT INTO sales VALUES (1, '2025-02-03', 5), (2, '2026-02-03', NULL)");
  }

  private static Consumer<Operations> partitioned(PartitionBy division) {
    return op ->
        op.createTable("part", column("a", BIGINT), column("b", varchar(10)), column("100%", TEXT))
            .partitionBy(division);
  }

  private static Consumer<Operations> withTable(PartitionBy division, String row) {
    return op -> {
      partitioned(division).accept(op);
      op.createTable("p1", column("a", BIGINT), column("b", varchar(10)), column("100%", TEXT));
      op.execute("INSERT INTO p1 VALUES (" + row + ")");
    };
  }

  private static OperationExample attached(
      PartitionBy division, String row, PartitionBounds bounds) {
    return OperationExample.of(
        "attachPartition",
        withTable(division, row),
        op -> op.attachPartition("part", "p1").forValues(bounds));
  }

  static List<OperationExample> examples() {
    return List.of(
        OperationExample.of("createTable", op -> {}, partitioned(PartitionBy.range("a", "b"))),
        OperationExample.of(
            "createTable",
            op -> {},
            partitioned(
                PartitionBy.list(
                    expression("lower(b)").collate("C").operatorClass("text_pattern_ops")))),
        OperationExample.of("createTable", op -> {}, partitioned(PartitionBy.hash("a", "100%"))),
        OperationExample.of(
            "createPartition",
            PartitionExamples::orders,
            op -> op.createPartition("orders", "orders_2026").forValues(YEAR)),
        OperationExample.of(
            "createPartition",
            PartitionExamples::orders,
            op ->
                op.createPartition("orders", "orders_2026")
                    .forValues(YEAR)
                    .partitionBy(PartitionBy.list("status"))),
        OperationExample.of(
            "createPartition",
            PartitionExamples::orders,
            op -> op.createPartition("orders", "orders_rest").forValues(rest())),
        OperationExample.of(
            "attachPartition",
            op -> {
              orders(op);
              op.createTable("orders_2026", columns("orders_2026_pkey"));
              op.createIndex("orders_2026_note_idx", "orders_2026", "note");
            },
            op -> op.attachPartition("orders", "orders_2026").forValues(YEAR)),
        attached(PartitionBy.range("a"), "5", from(MINVALUE).to(10)),
        attached(PartitionBy.range("a"), "5", from(5).to(MAXVALUE)),
        attached(PartitionBy.range("a", "b"), "5, 'x'", from(5, "a").to(7, "c")),
        attached(PartitionBy.range("a", "b"), "5, 'b'", from(5, "a").to(5, "c")),
        attached(PartitionBy.range("a", "b"), "5, 'b'", from(5, MINVALUE).to(5, MAXVALUE)),
        attached(
            PartitionBy.range(IndexKey.key("a"), IndexKey.key("b"), IndexKey.key("100%")),
            "5, 'b', '%'",
            from(5, "b", "%").to(5, "c", "it's")),
        attached(PartitionBy.list("b"), "5, 'b'", in("a", "b", "100%")),
        attached(PartitionBy.list("b"), "5, 'b'", in("b")),
        attached(PartitionBy.list("b"), "5, null", in("b", null)),
        attached(PartitionBy.list("b"), "5, null", in((Object) null)),
        attached(PartitionBy.list(expression("lower(b)")), "5, 'B'", in("a", "b")),
        attached(PartitionBy.hash("a"), "5", hash(1, 0)),
        OperationExample.of(
            "createUnique",
            PartitionExamples::sales,
            op ->
                op.createUnique("uq_sales", "sales", "id", "at")
                    .include("customer %")
                    .initiallyDeferred()
                    .onPartitions("sales_2025", "Sales 2026")),
        OperationExample.of(
            "createPrimaryKey",
            PartitionExamples::sales,
            op ->
                op.createPrimaryKey("pk_sales", "sales", "id", "at")
                    .onPartitions("sales_2025", "Sales 2026")),
        OperationExample.of(
            "createForeignKey",
            PartitionExamples::sales,
            op ->
                op.createForeignKey("fk 'sales'", "sales", "customer %")
                    .references("customer", "id")
                    .onDelete(ReferentialAction.SET_NULL)
                    .onPartitions("sales_2025", "Sales 2026")),
        OperationExample.of(
            "detachPartition",
            PartitionExamples::orders,
            op ->
                op.detachPartition("orders", "orders_2025")
                    .forValues(from("2025-01-01").to("2026-01-01"))),
        OperationExample.of(
            "dropPartition",
            PartitionExamples::orders,
            op ->
                op.dropPartition("orders", "orders_2025")
                    .forValues(from("2025-01-01").to("2026-01-01"))));
  }
}
