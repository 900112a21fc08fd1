package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.CreateTable.table;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.Like.Property.ALL;
import static dev.migrations.operation.Like.Property.COMMENTS;
import static dev.migrations.operation.Like.like;

import dev.migrations.Operations;
import java.util.List;
import java.util.function.Consumer;

/** An example or more of each operation on what a table is besides its columns. */
final class StorageExamples {

  private StorageExamples() {}

  static void customer(Operations op) {
    op.createTable("parent", column("id", BIGINT));
    op.createTable("customer", column("id", BIGINT).primaryKey(), column("name", TEXT).notNull())
        .with("fillfactor", 80);
    op.createIndex("ix_customer_name", "customer", "name").unique();
    op.execute("INSERT INTO customer SELECT n, n FROM generate_series(1, 50) n");
  }

  private static OperationExample of(String name, Consumer<Operations> recorded) {
    return OperationExample.of(name, StorageExamples::customer, recorded);
  }

  static List<OperationExample> examples() {
    return List.of(
        of(
            "createTable",
            op ->
                op.createTable("log", column("a", BIGINT))
                    .unlogged()
                    .inherits("parent")
                    .using("heap")
                    .with("fillfactor", 70)
                    .with("toast.autovacuum_enabled", false)
                    .with("autovacuum_vacuum_scale_factor", 0.05)
                    .tablespace("pg_default")),
        of(
            "createTable",
            op ->
                op.createTable(
                    "copy",
                    column("own", BIGINT),
                    like("customer").including(ALL).excluding(COMMENTS))),
        of(
            "dropTable",
            op -> op.dropTable("parent").definition(table("parent", column("id", BIGINT)))),
        of(
            "alterTable",
            op -> op.alterTable("customer").set("fillfactor", 70).from("fillfactor", 80)),
        of(
            "alterTable",
            op ->
                op.alterTable("customer")
                    .set("toast.autovacuum_enabled", false)
                    .reset("fillfactor")
                    .from("fillfactor", 80)),
        of(
            "alterTable",
            op -> op.alterTable("customer").set("autovacuum_enabled", false).fromNone()),
        of("setUnlogged", op -> op.setUnlogged("customer").blocking()),
        of(
            "setTablespace",
            op -> op.setTablespace("customer", "pg_default").from("pg_default").blocking()),
        of(
            "setReplicaIdentity",
            op ->
                op.setReplicaIdentity("customer", ReplicaIdentity.FULL)
                    .from(ReplicaIdentity.DEFAULT)),
        of(
            "setReplicaIdentity",
            op ->
                op.setReplicaIdentity("customer", ReplicaIdentity.usingIndex("ix_customer_name"))
                    .from(ReplicaIdentity.DEFAULT)),
        of("clusterOn", op -> op.clusterOn("customer", "ix_customer_name").fromNone()),
        OperationExample.of(
            "setWithoutCluster",
            op -> {
              customer(op);
              op.clusterOn("customer", "ix_customer_name");
            },
            op -> op.setWithoutCluster("customer").from("ix_customer_name")),
        of("inherit", op -> op.inherit("customer", "parent")),
        OperationExample.of(
            "noInherit",
            op -> {
              customer(op);
              op.inherit("customer", "parent");
            },
            op -> op.noInherit("customer", "parent")),
        OperationExample.of(
            "setLogged",
            op -> op.createTable("log", column("id", BIGINT)).unlogged(),
            op -> op.setLogged("log").blocking()));
  }
}
