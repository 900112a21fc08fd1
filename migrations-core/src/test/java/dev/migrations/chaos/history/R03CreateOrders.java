package dev.migrations.chaos.history;

import static dev.migrations.chaos.history.Tally.tally;
import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.BIGINT;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TEXT;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "r03", down = "r02", message = "Create orders")
class R03CreateOrders implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "orders",
        column("id", INTEGER).primaryKey(),
        column("customer_id", BIGINT),
        column("number", INTEGER).notNull(),
        column("quantity", INTEGER),
        column("total", INTEGER),
        column("note", TEXT));
    op.execute(
        "INSERT INTO orders SELECT g, g % 60 + 1, g, g % 7, g * 3 FROM generate_series(1, 150) AS g");
    op.createTable(
        "line",
        column("order_id", INTEGER).notNull().references("orders", "id"),
        column("what", TEXT));
    op.execute("INSERT INTO line SELECT id, 'line of ' || id FROM orders");
    op.invoke(tally("r03"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("line");
    op.dropTable("orders");
    op.invoke(tally("r03 taken back"));
  }
}
