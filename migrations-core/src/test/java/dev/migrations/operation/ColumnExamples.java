package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.ColumnStorage.Mode.EXTENDED;
import static dev.migrations.operation.ColumnStorage.Mode.EXTERNAL;
import static dev.migrations.operation.ColumnStorage.Mode.MAIN;
import static dev.migrations.operation.Constraint.foreignKey;
import static dev.migrations.operation.Constraint.primaryKey;
import static dev.migrations.operation.Constraint.unique;
import static dev.migrations.operation.CreateIndex.index;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.DataType.array;
import static dev.migrations.operation.DataType.interval;
import static dev.migrations.operation.DataType.timetz;
import static dev.migrations.operation.DataType.varchar;
import static dev.migrations.operation.IndexKey.expression;
import static dev.migrations.operation.IndexKey.key;
import static dev.migrations.operation.SequenceOption.cache;
import static dev.migrations.operation.SequenceOption.cycle;
import static dev.migrations.operation.SequenceOption.incrementBy;
import static dev.migrations.operation.SequenceOption.maxValue;
import static dev.migrations.operation.SequenceOption.startWith;

import dev.migrations.Operations;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An example or more of each operation on what a column is besides its type. */
final class ColumnExamples {

  private static final ForeignKey FK_PARENT =
      foreignKey("parent")
          .references("tree", "id")
          .onDelete(ReferentialAction.SET_NULL)
          .deferrable()
          .named("fk_parent");

  private ColumnExamples() {}

  private static void item(Operations op) {
    op.createTable(
        "item",
        column("id", BIGINT).notNull(),
        column("number", BIGINT).generatedByDefaultAsIdentity(incrementBy(5), startWith(10)),
        column("note", TEXT),
        column("total", BIGINT).generatedStored("id * 2"));
    op.execute("INSERT INTO item (id, note) SELECT n, n FROM generate_series(1, 9) n");
  }

  /** Whatever a column may carry. */
  private static void purchases(Operations op) {
    op.createTable(
        "purchase",
        column("id", INTEGER)
            .generatedByDefaultAsIdentity(incrementBy(3), startWith(10), cache(2))
            .comment("it's 100%"),
        column("placed", DataType.TIMESTAMPTZ).notNull().defaultExpression("now()").statistics(50),
        column("Buyer %", varchar(20)).notNull().defaultValue("no one"),
        column("spare", INTEGER),
        primaryKey("id").named("purchase_pkey"),
        unique("Buyer %", "spare").initiallyDeferred().named("Uq \"%\""));
    op.createTable(
        "tree",
        column("id", INTEGER).primaryKey(),
        column("parent", INTEGER).defaultValue(10),
        FK_PARENT);
    op.createIndex("ix_purchase_placed", "purchase", "placed", "id");
    op.createIndex("IX % it's", "purchase", expression("lower(\"Buyer %\")"), key("spare"))
        .unique()
        .include("spare")
        .where("\"Buyer %\" > 'a'");
    op.createTable(
        "line",
        column("id", BIGINT).primaryKey(),
        column("purchase_id", INTEGER).notNull(),
        foreignKey("purchase_id").references("purchase").named("fk_line_purchase"));
    op.execute("COMMENT ON INDEX ix_purchase_placed IS 'by time'");
    op.execute("COMMENT ON CONSTRAINT purchase_pkey ON purchase IS 'the key'");
    op.execute("ALTER TABLE purchase ALTER COLUMN \"Buyer %\" SET (n_distinct = 5)");
    op.execute("GRANT SELECT (\"Buyer %\", id), UPDATE (placed) ON purchase TO PUBLIC");
    op.execute("INSERT INTO tree SELECT n, 1 FROM generate_series(1, 5) n");
    op.execute("INSERT INTO purchase SELECT FROM generate_series(1, 5)");
    op.execute("INSERT INTO line SELECT id, id FROM purchase");
  }

  private static OperationExample of(String name, Consumer<Operations> recorded) {
    return OperationExample.of(name, ColumnExamples::item, recorded);
  }

  /** A column of every type that has a constant, and of an array of it. */
  private static TableElement[] allTypes() {
    return Stream.of(DataType.class.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .flatMap(
            field -> {
              try {
                DataType type = (DataType) field.get(null);
                Column one = column("c_" + field.getName(), type);
                return type.isSerial()
                    ? Stream.of(one)
                    : Stream.of(one, column("a_" + field.getName(), array(type)));
              } catch (IllegalAccessException ex) {
                throw new AssertionError(ex);
              }
            })
        .toArray(TableElement[]::new);
  }

  static List<OperationExample> examples() {
    return List.of(
        of("createTable", op -> op.createTable("all_types", allTypes())),
        of(
            "createTable",
            op ->
                op.createTable(
                    "t",
                    column("Id", BIGINT)
                        .generatedAlwaysAsIdentity(startWith(100), maxValue(1000), cycle()),
                    column("Note", TEXT)
                        .collate("C")
                        .compression("pglz")
                        .storage(EXTERNAL)
                        .statistics(500),
                    column("a", interval("YEAR TO MONTH")),
                    column("b", interval(3)),
                    column("c", timetz(2)))),
        of(
            "addColumn",
            op ->
                op.addColumn(
                    "item", column("x", TEXT).compression("pglz").storage(MAIN).statistics(10))),
        of("addColumn", op -> op.addColumn("item", column("x", BIGINT).generatedVirtual("id + 1"))),
        OperationExample.of(
            "addColumn",
            ColumnExamples::purchases,
            op ->
                op.addColumn(
                        "purchase",
                        column("token", DataType.UUID)
                            .notNull()
                            .defaultExpression("gen_random_uuid()")
                            .unique()
                            .comment("it's new"))
                    .batches(fill -> fill.batchSize(500))),
        OperationExample.of(
            "addColumn",
            ColumnExamples::purchases,
            op ->
                op.addColumn(
                    "purchase",
                    column("Text %", TEXT)
                        .collate("C")
                        .storage(MAIN)
                        .defaultExpression("random()::text"))),
        OperationExample.of(
            "addColumn",
            ColumnExamples::purchases,
            op ->
                op.addColumn(
                    "purchase",
                    column("Number %", INTEGER)
                        .generatedAlwaysAsIdentity(startWith(7), incrementBy(2), maxValue(1000))
                        .check("\"Number %\" > 0"))),
        OperationExample.of(
            "addColumn",
            ColumnExamples::purchases,
            op ->
                op.addColumn(
                        "purchase",
                        column("number", DataType.SMALLINT)
                            .generatedByDefaultAsIdentity()
                            .statistics(7))
                    .batches(fill -> fill.key("id"))),
        OperationExample.of(
            "addColumn",
            ColumnExamples::purchases,
            op -> op.addColumn("purchase", column("serial no", DataType.BIGSERIAL))),
        of("setStorage", op -> op.setStorage("item", "note", EXTERNAL).from(EXTENDED)),
        of("setCompression", op -> op.setCompression("item", "note", "pglz").from("default")),
        of("setStatistics", op -> op.setStatistics("item", "note", 50).from(-1)),
        of("addIdentity", op -> op.addIdentity("item", "id", startWith(100)).byDefault()),
        OperationExample.of(
            "changeColumnType",
            ColumnExamples::purchases,
            op ->
                op.changeColumnType("purchase", "id", BIGINT)
                    .from(INTEGER)
                    .keeping(primaryKey("id").named("purchase_pkey"))
                    .keeping(index("ix_purchase_placed", "purchase", "placed", "id"))
                    .keeping(
                        "line",
                        foreignKey("purchase_id").references("purchase").named("fk_line_purchase"))
                    .batches(fill -> fill.batchSize(500))),
        OperationExample.of(
            "changeColumnType",
            ColumnExamples::purchases,
            op ->
                op.changeColumnType("purchase", "Buyer %", TEXT)
                    .using("upper(\"Buyer %\") -- loud")
                    .collate("C")
                    .from(varchar(20))
                    .keeping(
                        index(
                                "IX % it's",
                                "purchase", expression("lower(\"Buyer %\")"), key("spare"))
                            .unique()
                            .include("spare")
                            .where("\"Buyer %\" > 'a'"))
                    .keeping(unique("Buyer %", "spare").initiallyDeferred().named("Uq \"%\""))),
        OperationExample.of(
            "changeColumnType",
            ColumnExamples::purchases,
            op ->
                op.changeColumnType("line", "purchase_id", BIGINT)
                    .from(INTEGER)
                    .keeping(
                        foreignKey("purchase_id")
                            .references("purchase")
                            .named("fk_line_purchase"))),
        OperationExample.of(
            "changeColumnType",
            ColumnExamples::purchases,
            op ->
                op.changeColumnType("tree", "parent", DataType.SMALLINT)
                    .from(INTEGER)
                    .keeping(FK_PARENT)),
        OperationExample.of(
            "changeColumnType",
            ColumnExamples::purchases,
            op ->
                op.changeColumnType("tree", "id", BIGINT)
                    .from(INTEGER)
                    .keeping(FK_PARENT, primaryKey("id").named("tree_pkey"))),
        OperationExample.of(
            "changeColumnType",
            ColumnExamples::purchases,
            op ->
                op.changeColumnType("purchase", "placed", DataType.TIMESTAMP)
                    .using("placed AT TIME ZONE 'UTC'")
                    .from(DataType.TIMESTAMPTZ, "placed AT TIME ZONE 'UTC'")
                    .keeping(index("ix_purchase_placed", "purchase", "placed", "id"))),
        of(
            "setIdentity",
            op ->
                op.setIdentity("item", "number", incrementBy(7), cache(3))
                    .fromByDefault(incrementBy(5), cache(1))),
        of(
            "dropIdentity",
            op ->
                op.dropIdentity("item", "number")
                    .definitionByDefault(incrementBy(5), startWith(10))),
        of(
            "setExpression",
            op -> op.setExpression("item", "total", "id * 3").from("id * 2").blocking()),
        of("dropExpression", op -> op.dropExpression("item", "total")));
  }
}
