package dev.migrations.chaos.history;

import static dev.migrations.operation.Column.column;
import static dev.migrations.operation.DataType.INTEGER;
import static dev.migrations.operation.DataType.TEXT;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;

@Revision(id = "a01", down = "r35", message = "Create the stock", branchLabels = "stock")
class A01CreateStock implements Migration {

  @Override
  public void change(Operations op) {
    op.createTable(
        "stock",
        column("id", INTEGER).primaryKey(),
        column("place", TEXT),
        column("pieces", INTEGER));
    op.bulkInsert("stock")
        .columns("id", "place", "pieces")
        .row(1, "here", 5)
        .row(2, "there", 7)
        .key("id");
  }
}
