package dev.migrations.benchmarks.live;

import static dev.migrations.benchmarks.live.LiveTable.EVENTS;
import static dev.migrations.benchmarks.live.LiveTable.EVENTS_WITH_DEFAULT;
import static dev.migrations.benchmarks.live.LiveTable.ORDERS;
import static dev.migrations.benchmarks.live.LiveTable.SALES;
import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TIMESTAMPTZ;
import static dev.migrations.operation.PartitionBounds.from;

import dev.migrations.Operations;
import dev.migrations.operation.PartitionBounds;
import java.util.List;
import java.util.function.Consumer;

/**
 * An operation in both of its forms.
 *
 * @param name as in the table that is printed
 * @param table what it runs on
 * @param reader whether a report is under way that has read the tables, and ends after two seconds
 * @param safe the form that spares others
 * @param blocking the form that does not
 */
record LiveRecipe(
    String name,
    LiveTable table,
    boolean reader,
    Consumer<Operations> safe,
    Consumer<Operations> blocking) {

  private static final PartitionBounds FOURTH = from(3_000_000).to(4_000_000);
  private static final PartitionBounds FIFTH = from(4_000_000).to(5_000_000);

  static List<LiveRecipe> all() {
    return List.of(
        recipe(
            "createIndex",
            ORDERS,
            op -> op.createIndex("ix", "orders", "customer"),
            op -> op.createIndex("ix", "orders", "customer").blocking()),
        recipe(
            "createIndex, onPartitions",
            EVENTS,
            op -> op.createIndex("ix", "event", "what").onPartitions("event_0", "event_1"),
            op ->
                op.createIndex("ix", "event", "what")
                    .onPartitions("event_0", "event_1")
                    .blocking()),
        besideAReport(
            "dropIndex",
            ORDERS,
            op -> op.dropIndex("orders_note"),
            op -> op.dropIndex("orders_note").blocking()),
        recipe(
            "reindexIndex",
            ORDERS,
            op -> op.reindexIndex("orders_note"),
            op -> op.reindexIndex("orders_note").blocking()),
        recipe(
            "createUnique",
            ORDERS,
            op -> op.createUnique("uq", "orders", "code"),
            op -> op.createUnique("uq", "orders", "code").blocking()),
        recipe(
            "createPrimaryKey",
            ORDERS,
            op -> op.createPrimaryKey("pk", "orders", "id"),
            op -> op.createPrimaryKey("pk", "orders", "id").blocking()),
        recipe(
            "createForeignKey",
            ORDERS,
            op -> op.createForeignKey("fk", "orders", "customer").references("customer", "id"),
            op ->
                op.createForeignKey("fk", "orders", "customer")
                    .references("customer", "id")
                    .blocking()),
        recipe(
            "createCheck",
            ORDERS,
            op -> op.createCheck("ck", "orders", "note ~ '^[a-z]'"),
            op -> op.createCheck("ck", "orders", "note ~ '^[a-z]'").blocking()),
        besideAReport(
            "createCheck",
            ORDERS,
            op -> op.createCheck("ck", "orders", "note ~ '^[a-z]'"),
            op -> op.createCheck("ck", "orders", "note ~ '^[a-z]'").blocking()),
        recipe(
            "setNotNull",
            ORDERS,
            op -> op.setNotNull("orders", "total"),
            op -> op.setNotNull("orders", "total").blocking()),
        recipe(
            "addColumn with a constant default",
            ORDERS,
            op -> op.addColumn("orders", column("level", INTEGER).notNull().defaultValue(1)),
            op ->
                op.addColumn("orders", column("level", INTEGER).notNull().defaultValue(1))
                    .blocking()),
        recipe(
            "addColumn with a check (safe), with a volatile default (blocking)",
            ORDERS,
            op ->
                op.addColumn("orders", column("level", INTEGER).defaultValue(1).check("level > 0")),
            op ->
                op.addColumn(
                        "orders", column("at", TIMESTAMPTZ).defaultExpression("clock_timestamp()"))
                    .blocking()),
        recipe(
            "attachPartition beside a default",
            EVENTS_WITH_DEFAULT,
            op -> op.attachPartition("event", "event_3").forValues(FOURTH),
            op -> op.attachPartition("event", "event_3").forValues(FOURTH).blocking()),
        recipe(
            "createPartition beside a default",
            EVENTS_WITH_DEFAULT,
            op -> op.createPartition("event", "event_4").forValues(FIFTH),
            op -> op.createPartition("event", "event_4").forValues(FIFTH).blocking()),
        besideAReport(
            "createPartition",
            EVENTS,
            op -> op.createPartition("event", "event_4").forValues(FIFTH),
            op -> op.createPartition("event", "event_4").forValues(FIFTH).blocking()),
        besideAReport(
            "detachPartition",
            EVENTS,
            op -> op.detachPartition("event", "event_0"),
            op -> op.detachPartition("event", "event_0").blocking()),
        besideAReport(
            "dropPartition",
            EVENTS,
            op -> op.dropPartition("event", "event_0"),
            op -> op.dropPartition("event", "event_0").blocking()),
        recipe(
            "refreshMaterializedView",
            SALES,
            op -> op.refreshMaterializedView("sales"),
            op -> op.refreshMaterializedView("sales").blocking()),
        recipe(
            "addDomainConstraint, notValid (safe)",
            ORDERS,
            op -> op.addDomainConstraint("amount", "ck", "VALUE >= 0").notValid(),
            op -> op.addDomainConstraint("amount", "ck", "VALUE >= 0").blocking()));
  }

  private static LiveRecipe recipe(
      String name, LiveTable table, Consumer<Operations> safe, Consumer<Operations> blocking) {
    return new LiveRecipe(name, table, false, safe, blocking);
  }

  private static LiveRecipe besideAReport(
      String name, LiveTable table, Consumer<Operations> safe, Consumer<Operations> blocking) {
    return new LiveRecipe(name + " *", table, true, safe, blocking);
  }
}
