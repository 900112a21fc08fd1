package dev.migrations.operation;

import static dev.migrations.operation.IndexKey.expression;
import static dev.migrations.operation.IndexKey.key;
import static dev.migrations.operation.PartitionBounds.from;

import dev.migrations.Operations;
import java.util.List;
import java.util.function.Consumer;

/** An example or more of each operation on indexes. */
final class IndexExamples {

  private IndexExamples() {}

  private static void partitions(Operations op) {
    PartitionExamples.orders(op);
    op.createPartition("orders", "orders_2026").forValues(from("2026-01-01").to("2027-01-01"));
  }

  private static OperationExample of(String name, Consumer<Operations> recorded) {
    return OperationExample.of(name, StorageExamples::customer, recorded);
  }

  static List<OperationExample> examples() {
    return List.of(
        of(
            "createIndex",
            op ->
                op.createIndex("ix", "customer", key("name").desc(), key("id"))
                    .with("fillfactor", 70)
                    .tablespace("pg_default")
                    .where("id > 0")),
        of(
            "createIndex",
            op ->
                op.createIndex(
                        "ix",
                        "customer",
                        expression("to_tsvector('simple', name)")
                            .operatorClass("tsvector_ops")
                            .with("siglen", 64))
                    .using("gist")),
        OperationExample.of(
            "createIndex",
            IndexExamples::partitions,
            op ->
                op.createIndex("ix", "orders", key("placed").desc())
                    .onPartitions("orders_2025", "orders_2026")),
        OperationExample.of(
            "createIndex",
            IndexExamples::partitions,
            op -> op.createIndex("ix", "orders", "placed").only()),
        OperationExample.of(
            "attachIndexPartition",
            op -> {
              PartitionExamples.orders(op);
              op.createIndex("ix", "orders", "placed").only();
              op.createIndex("ix_2025", "orders_2025", "placed");
            },
            op -> op.attachIndexPartition("ix", "ix_2025")),
        of("reindexIndex", op -> op.reindexIndex("ix_customer_name")),
        of("reindexTable", op -> op.reindexTable("customer")),
        of("alterIndex", op -> op.alterIndex("ix_customer_name").set("fillfactor", 70).fromNone()),
        of(
            "setIndexTablespace",
            op ->
                op.setIndexTablespace("ix_customer_name", "pg_default")
                    .from("pg_default")
                    .blocking()));
  }
}
