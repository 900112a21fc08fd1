package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.ColumnStorage.Mode.EXTENDED;
import static dev.migrations.operation.ColumnStorage.Mode.EXTERNAL;
import static dev.migrations.operation.ColumnStorage.Mode.MAIN;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.TEXT;
import static dev.migrations.operation.DataType.array;
import static dev.migrations.operation.DataType.interval;
import static dev.migrations.operation.DataType.timetz;
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
        of("setStorage", op -> op.setStorage("item", "note", EXTERNAL).from(EXTENDED)),
        of("setCompression", op -> op.setCompression("item", "note", "pglz").from("default")),
        of("setStatistics", op -> op.setStatistics("item", "note", 50).from(-1)),
        of("addIdentity", op -> op.addIdentity("item", "id", startWith(100)).byDefault()),
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
