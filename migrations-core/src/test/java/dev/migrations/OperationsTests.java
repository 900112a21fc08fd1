package dev.migrations;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.error.MigrationsException;
import dev.migrations.operation.CreateIndex;
import dev.migrations.operation.Operation;
import dev.migrations.operation.OperationBuilder;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.RenameTable;
import dev.migrations.operation.Reversal;
import dev.migrations.operation.UnitWriter;
import org.junit.jupiter.api.Test;

class OperationsTests {

  private final Operations op = new Operations();

  @Test
  void nothingIsRecordedAtFirst() {
    assertThat(op.recorded()).isEmpty();
  }

  @Test
  void operationsAreRecordedInTheOrderOfTheCalls() {
    op.createTable("orders", column("id", BIGINT).primaryKey());
    op.createIndex("ix", "orders", "id");
    op.run("count", connection -> {});
    op.dropTable("orders");
    assertThat(op.recorded())
        .extracting(Operation::summary)
        .containsExactly(
            "create table orders", "create index ix on orders", "run count", "drop table orders");
  }

  @Test
  void whatACallReturnsCompletesWhatWasRecorded() {
    CreateIndex.Builder first = op.createIndex("a", "orders", "id");
    op.createIndex("b", "orders", "id");
    first.unique();
    assertThat(op.recorded())
        .extracting(Operation::summary)
        .containsExactly("create unique index a on orders", "create index b on orders");
  }

  @Test
  void aForeignKeyThatRefersToNothingIsNamed() {
    op.createForeignKey("fk_orders_customer", "app.orders", "customer_id");
    assertThatThrownBy(op::recorded)
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("'fk_orders_customer' on app.orders refers to nothing")
        .hasMessageContaining("references(");
  }

  @Test
  void allIncompleteOperationsAreNamedAtOnce() {
    op.createForeignKey("fk_a", "orders", "a");
    op.bulkInsert("country").row("DE");
    op.createIndex("ix", "orders", new String[0]);
    assertThatThrownBy(op::recorded)
        .isInstanceOf(MigrationsException.class)
        .hasMessageContaining("fk_a")
        .hasMessageContaining("insert into country names no column")
        .hasMessageContaining("Index 'ix' on orders has no key");
  }

  @Test
  void anybodysOwnOperationIsRecorded() {
    Operation own =
        new Operation() {
          @Override
          public void writeTo(UnitWriter units) {
            units.sql("VACUUM");
          }

          @Override
          public Reversal reversal() {
            return Reversal.impossible("it only tidies up");
          }

          @Override
          public String summary() {
            return "vacuum";
          }
        };
    op.invoke(own);
    op.invoke(new RenameTable(QualifiedName.of("a.b", "c"), "d"));
    assertThat(op.recorded())
        .containsExactly(own, new RenameTable(QualifiedName.of("a.b", "c"), "d"));
  }

  @Test
  void anybodysOwnBuilderIsCompletedByWhatFollows() {
    StringBuilder name = new StringBuilder("a");
    op.invoke((OperationBuilder) () -> new RenameTable(QualifiedName.parse(name.toString()), "d"));
    name.append("b");
    assertThat(op.recorded()).containsExactly(new RenameTable(QualifiedName.parse("ab"), "d"));
  }
}
