package dev.migrations.operation;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.Constraint.check;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.migrations.Operations;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operation answers to the question how it is undone. */
class ReversalTests {

  private static final QualifiedName ORDERS = QualifiedName.parse("orders");

  static Stream<Arguments> notUndone() {
    return Stream.of(
        undone(op -> op.dropTable("orders"), "definition(…)"),
        undone(op -> op.dropColumn("orders", "a"), "definition(…)"),
        undone(op -> op.dropIndex("ix"), "definition(…)"),
        undone(op -> op.dropConstraint("orders", "ck"), "definition(…)"),
        undone(op -> op.validateConstraint("orders", "ck"), "definition(…)"),
        undone(op -> op.alterColumnType("orders", "a", TEXT), "from(…)"),
        undone(op -> op.setDefault("orders", "a", 1), "fromNone()"),
        undone(op -> op.dropDefault("orders", "a"), "from(…)"),
        undone(op -> op.commentOnTable("orders", "x"), "fromNone()"),
        undone(op -> op.bulkInsert("orders").columns("a").row(1), "key(…)"),
        undone(op -> op.run("count", connection -> {}), "reversedBy(…)"),
        undone(op -> op.createTable("orders").ifNotExists(), "there before"),
        undone(op -> op.execute("SELECT 1"), "plain SQL"));
  }

  private static Arguments undone(Consumer<Operations> author, String reason) {
    return Arguments.of(Rendering.recorded(author).get(0), reason);
  }

  @ParameterizedTest
  @MethodSource("notUndone")
  void whatIsNotKnownIsAskedFor(Operation operation, String reason) {
    assertThat(operation.reversal())
        .asInstanceOf(type(Reversal.Impossible.class))
        .extracting(Reversal.Impossible::reason)
        .asString()
        .contains(reason);
  }

  @Test
  void anIndexThatWasBuiltBlockingIsDroppedSo() {
    CreateIndex index =
        CreateIndex.builder("ix", ORDERS, List.of(IndexKey.key("a"))).blocking().build();
    assertThat(((Reversal.By) index.reversal()).operations())
        .containsExactly(new DropIndex(QualifiedName.parse("ix"), ORDERS, false, index, true));
  }

  @Test
  void aRequiredColumnWithoutADefaultComesBackOnAnEmptyTableOnly() {
    Column required = column("a", BIGINT).notNull();
    DropColumn drop = DropColumn.builder(ORDERS, "a").definition(required).build();
    assertThat(drop.reversal())
        .isEqualTo(Reversal.by(new AddColumn(ORDERS, required, true, Filling.DEFAULT)));
  }

  @Test
  void theReverseOfAReverseIsTheOperation() {
    for (Operation operation :
        Rendering.recorded(
            op -> {
              op.renameTable("app.a", "b");
              op.renameColumn("a", "b", "c");
              op.setDefault("a", "b", 1).from(2);
              op.setDefaultExpression("a", "b", "now()").fromExpression("clock_timestamp()");
              op.dropDefault("a", "b").from("x");
              op.commentOnColumn("a", "b", "c").fromNone();
              op.alterColumnType("a", "b", TEXT)
                  .using("b::text")
                  .from(INTEGER, "b::int")
                  .blocking();
              op.setNotNull("a", "b");
              op.addColumn("a", column("b", TEXT).check("b <> ''"));
              op.createIndex("ix", "app.a", "b").unique();
              op.createCheck("ck", "a", "b > 0");
              op.createUnique("uq", "a", "b");
              op.createPrimaryKey("pk", "a", "b");
              op.createForeignKey("fk", "a", "b").references("c");
              op.createTable("t", column("a", TEXT), check("a <> ''")).comment("x");
              op.run("x", connection -> {}).reversedBy(connection -> {});
            })) {
      Operation reverse = UnitRunner.reversed(List.of(operation)).get(0);
      List<Operation> again = UnitRunner.reversed(List.of(reverse));
      if (operation instanceof RunCode code) {
        assertThat(((RunCode) again.get(0)).work()).isSameAs(code.work());
      } else {
        assertThat(again).as(operation.summary()).containsExactly(operation);
      }
    }
  }
}
