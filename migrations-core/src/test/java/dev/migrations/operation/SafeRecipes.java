package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TIMESTAMPTZ;
import static dev.migrations.operation.DataType.varchar;
import static dev.migrations.operation.LiveTables.EVENTS;
import static dev.migrations.operation.LiveTables.EVENTS_WITH_DEFAULT;
import static dev.migrations.operation.LiveTables.ORDERS;
import static dev.migrations.operation.LiveTables.SALES;
import static dev.migrations.operation.PartitionBounds.from;

import java.util.List;
import java.util.stream.Stream;

/** All operations that are safe on a table in use, in each of the ways that they take. */
final class SafeRecipes {

  private static final PartitionBounds TWENTIES = from(20).to(30);

  static final LiveTables WITH_DOMAIN =
      ORDERS.with(
          "CREATE DOMAIN amount AS int; ALTER TABLE orders ADD COLUMN paid amount DEFAULT 1");

  private SafeRecipes() {}

  static List<SafeRecipe> all() {
    return Stream.of(indexes(), keys(), checks(), columns(), partitions(), partitioned(), others())
        .flatMap(List::stream)
        .toList();
  }

  private static List<SafeRecipe> indexes() {
    LiveTables indexed = ORDERS.with("CREATE INDEX ix ON orders (customer)");
    return List.of(
        SafeRecipe.of("createIndex", ORDERS, op -> op.createIndex("ix", "orders", "customer"))
            .blocking(op -> op.createIndex("ix", "orders", "customer").blocking()),
        SafeRecipe.of(
                "createIndex on partitions",
                EVENTS,
                op -> op.createIndex("ix", "event", "what").onPartitions("event_0", "event_1"))
            .blocking(
                op ->
                    op.createIndex("ix", "event", "what")
                        .onPartitions("event_0", "event_1")
                        .blocking()),
        SafeRecipe.of("dropIndex", indexed, op -> op.dropIndex("ix"))
            .whileSomebodyReads()
            .blocking(op -> op.dropIndex("ix").blocking()),
        SafeRecipe.of("reindexIndex", indexed, op -> op.reindexIndex("ix"))
            .blocking(op -> op.reindexIndex("ix").blocking()),
        SafeRecipe.of("reindexTable", indexed, op -> op.reindexTable("orders"))
            .blocking(op -> op.reindexTable("orders").blocking()));
  }

  private static List<SafeRecipe> keys() {
    LiveTables indexed = ORDERS.with("CREATE UNIQUE INDEX ix ON orders (customer)");
    return List.of(
        SafeRecipe.of("createUnique", ORDERS, op -> op.createUnique("uq", "orders", "customer"))
            .blocking(op -> op.createUnique("uq", "orders", "customer").blocking()),
        SafeRecipe.of(
                "createUnique by an index",
                indexed,
                op -> op.createUnique("uq", "orders", "customer").usingIndex("ix"))
            .looksAtNoRow(),
        SafeRecipe.of(
                "createPrimaryKey", ORDERS, op -> op.createPrimaryKey("pk", "orders", "customer"))
            .blocking(op -> op.createPrimaryKey("pk", "orders", "customer").blocking()),
        SafeRecipe.of(
                "createPrimaryKey by an index",
                indexed,
                op -> op.createPrimaryKey("pk", "orders", "customer").usingIndex("ix"))
            .blocking(
                op -> op.createPrimaryKey("pk", "orders", "customer").usingIndex("ix").blocking()),
        SafeRecipe.of(
                "createForeignKey",
                ORDERS,
                op -> op.createForeignKey("fk", "orders", "customer").references("customer", "id"))
            .blocking(
                op ->
                    op.createForeignKey("fk", "orders", "customer")
                        .references("customer", "id")
                        .blocking()),
        SafeRecipe.of(
            "validateConstraint of a foreign key",
            ORDERS.with(
                "ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (customer)"
                    + " REFERENCES customer (id) NOT VALID"),
            op -> op.validateConstraint("orders", "fk")));
  }

  private static List<SafeRecipe> checks() {
    return List.of(
        SafeRecipe.of(
                "createCheck", ORDERS, op -> op.createCheck("ck", "orders", "gate(total) > 0"))
            .blocking(op -> op.createCheck("ck", "orders", "gate(total) > 0").blocking()),
        SafeRecipe.of(
            "validateConstraint of a check",
            ORDERS.with("ALTER TABLE orders ADD CONSTRAINT ck CHECK (gate(total) > 0) NOT VALID"),
            op -> op.validateConstraint("orders", "ck")),
        SafeRecipe.of("createNotNull", ORDERS, op -> op.createNotNull("nn", "orders", "total"))
            .since(18)
            .blocking(op -> op.createNotNull("nn", "orders", "total").blocking()),
        SafeRecipe.of("setNotNull", ORDERS, op -> op.setNotNull("orders", "total"))
            .blocking(op -> op.setNotNull("orders", "total").blocking()));
  }

  private static List<SafeRecipe> columns() {
    // Whatever wrote the table anew would have to check this.
    LiveTables checked = ORDERS.with("ALTER TABLE orders ADD CHECK (gate(total) > 0)");
    Column withCheck = column("level", INTEGER).defaultValue(1).check("gate(level) > 0");
    Column withKey = column("region", INTEGER).notNull().defaultValue(1).references("region", "id");
    Column unique = column("code", INTEGER).unique();
    return List.of(
        SafeRecipe.of(
                "addColumn with a constant default",
                checked,
                op -> op.addColumn("orders", column("level", INTEGER).notNull().defaultValue(1)))
            .looksAtNoRow()
            .blocking(
                op ->
                    op.addColumn(
                            "orders",
                            column("at", TIMESTAMPTZ).defaultExpression("clock_timestamp()"))
                        .blocking()),
        SafeRecipe.of(
                "alterColumnType of which PostgreSQL only notes the new type",
                checked,
                op -> op.alterColumnType("customer", "name", varchar(20)).from(varchar(10)))
            .looksAtNoRow()
            .blocking(op -> op.alterColumnType("orders", "id", BIGINT).blocking()),
        SafeRecipe.of("addColumn with a check", checked, op -> op.addColumn("orders", withCheck))
            .blocking(op -> op.addColumn("orders", withCheck).blocking()),
        SafeRecipe.of(
                "addColumn with a foreign key", checked, op -> op.addColumn("orders", withKey))
            .blocking(op -> op.addColumn("orders", withKey).blocking()),
        SafeRecipe.of(
                "addColumn that is computed",
                checked,
                op ->
                    op.addColumn(
                        "orders", column("twice", INTEGER).notNull().generatedVirtual("total * 2")))
            .since(18),
        SafeRecipe.of("addColumn that is unique", checked, op -> op.addColumn("orders", unique))
            .blocking(op -> op.addColumn("orders", unique).blocking()));
  }

  private static List<SafeRecipe> partitions() {
    return List.of(
        SafeRecipe.of(
                "attachPartition",
                EVENTS,
                op -> op.attachPartition("event", "event_2").forValues(TWENTIES))
            .blocking(op -> op.attachPartition("event", "event_2").forValues(TWENTIES).blocking()),
        SafeRecipe.of(
            "attachPartition with an index and a foreign key",
            EVENTS.with(
                """
                CREATE TABLE kind (id slow PRIMARY KEY);
                INSERT INTO kind SELECT slow(n, n + 1) FROM generate_series(0, 99) n;
                CREATE INDEX ON event (what);
                CREATE INDEX ON event_2 (what);
                ALTER TABLE event ADD FOREIGN KEY (what) REFERENCES kind (id);
                ALTER TABLE event_2 ADD FOREIGN KEY (what) REFERENCES kind (id)"""),
            op -> op.attachPartition("event", "event_2").forValues(TWENTIES)),
        SafeRecipe.of(
                "attachPartition beside a default",
                EVENTS_WITH_DEFAULT,
                op -> op.attachPartition("event", "event_2").forValues(TWENTIES))
            .blocking(op -> op.attachPartition("event", "event_2").forValues(TWENTIES).blocking()),
        SafeRecipe.of(
                "createPartition",
                EVENTS,
                op -> op.createPartition("event", "event_3").forValues(from(30).to(40)))
            .looksAtNoRow()
            .whileSomebodyReads()
            .blocking(
                op -> op.createPartition("event", "event_3").forValues(from(30).to(40)).blocking()),
        SafeRecipe.of(
                "createPartition beside a default",
                EVENTS_WITH_DEFAULT,
                op -> op.createPartition("event", "event_3").forValues(from(30).to(40)))
            .blocking(
                op -> op.createPartition("event", "event_3").forValues(from(30).to(40)).blocking()),
        SafeRecipe.of("detachPartition", EVENTS, op -> op.detachPartition("event", "event_0"))
            .whileSomebodyReads()
            .blocking(op -> op.detachPartition("event", "event_0").blocking()),
        SafeRecipe.of(
            "detachPartition with its bounds",
            EVENTS,
            op -> op.detachPartition("event", "event_0").forValues(from(0).to(10))),
        SafeRecipe.of("dropPartition", EVENTS, op -> op.dropPartition("event", "event_0"))
            .whileSomebodyReads()
            .blocking(op -> op.dropPartition("event", "event_0").blocking()));
  }

  /** What is done to a partitioned table is done to all its partitions. */
  private static List<SafeRecipe> partitioned() {
    LiveTables indexed = EVENTS.with("CREATE INDEX ix ON event (what)");
    LiveTables withKinds =
        EVENTS.with(
            "CREATE TABLE kind (id slow PRIMARY KEY);"
                + " INSERT INTO kind SELECT slow(n, n + 1) FROM generate_series(0, 99) n");
    Column withCheck = column("level", INTEGER).defaultValue(1).check("gate(level) > 0");
    return List.of(
        SafeRecipe.of(
                "createForeignKey of a partitioned table",
                withKinds,
                op -> op.createForeignKey("fk", "event", "what").references("kind", "id"))
            .since(18)
            .blocking(
                op ->
                    op.createForeignKey("fk", "event", "what").references("kind", "id").blocking()),
        SafeRecipe.of(
                "createCheck of a partitioned table",
                EVENTS,
                op -> op.createCheck("ck", "event", "gate(id) >= 0"))
            .blocking(op -> op.createCheck("ck", "event", "gate(id) >= 0").blocking()),
        SafeRecipe.of(
                "setNotNull of a partitioned table", EVENTS, op -> op.setNotNull("event", "what"))
            .blocking(op -> op.setNotNull("event", "what").blocking()),
        SafeRecipe.of(
                "addColumn of a partitioned table", EVENTS, op -> op.addColumn("event", withCheck))
            .blocking(op -> op.addColumn("event", withCheck).blocking()),
        SafeRecipe.of(
            "reindexTable of a partitioned table", indexed, op -> op.reindexTable("event")));
  }

  private static List<SafeRecipe> others() {
    return List.of(
        SafeRecipe.of("refreshMaterializedView", SALES, op -> op.refreshMaterializedView("sales"))
            .blocking(op -> op.refreshMaterializedView("sales").blocking()),
        // To check the values that are there, PostgreSQL has no form that lets writes pass.
        SafeRecipe.of(
                "addDomainConstraint, not valid",
                WITH_DOMAIN,
                op -> op.addDomainConstraint("amount", "ck", "gate(VALUE) > 0").notValid())
            .looksAtNoRow()
            .blocking(op -> op.addDomainConstraint("amount", "ck", "gate(VALUE) > 0").blocking()),
        SafeRecipe.of(
            "updateRows",
            ORDERS,
            op ->
                op.updateRows("orders")
                    .setExpression("total", "gate(total) + 1")
                    .whereExpression("id <= 20")),
        SafeRecipe.of("deleteRows", ORDERS, op -> op.deleteRows("orders").key("id").row(3).row(4)));
  }
}
